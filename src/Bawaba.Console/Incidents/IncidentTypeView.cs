using Bawaba.Center.Incidents;

namespace Bawaba.Console.Incidents;

/// <summary>A type as a form.</summary>
/// <param name="Type">As it stands, or as it was typed.</param>
/// <param name="Version">The version the person looked at.</param>
/// <param name="IsNew">There is none of this code yet.</param>
/// <param name="Fault">A word of <c>incident-fault</c>; null: nothing was refused.</param>
public sealed record IncidentTypeView(IncidentType Type, long Version, bool IsNew, string? Fault);
