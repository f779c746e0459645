using Bawaba.Center.Sources;

namespace Bawaba.Center.Mandates;

/// <summary>The book of orders with how its file was last read.</summary>
public sealed record MandateList(IReadOnlyList<ActivationOrder> Orders, LoadReport Report);
