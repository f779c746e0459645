using Bawaba.Center.Incidents;

namespace Bawaba.Console.Incidents;

/// <summary>The register of seizures.</summary>
public sealed record SeizuresView(IReadOnlyList<SeizedItem> Items);
