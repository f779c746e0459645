using Bawaba.Center.Incidents;

namespace Bawaba.Console.Incidents;

/// <summary>The types of incidents in force.</summary>
public sealed record IncidentTypesView(IReadOnlyList<IncidentType> Types);
