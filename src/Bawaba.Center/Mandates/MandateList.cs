using Bawaba.Center.Sources;

namespace Bawaba.Center.Mandates;

/// <summary>The book of orders, drafts and ended ones too.</summary>
/// <param name="Orders">The latest change last.</param>
/// <param name="Report">How the file was last read, in the demo city and in trials; null elsewhere.</param>
public sealed record MandateList(IReadOnlyList<ActivationOrder> Orders, LoadReport? Report);
