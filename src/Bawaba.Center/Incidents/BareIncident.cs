using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

/// <summary>An incident as figures show it: kind, gate, times. No words of people, no plate, no name.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Type">The type it began under.</param>
/// <param name="Priority">How soon.</param>
/// <param name="State">Open or closed.</param>
/// <param name="Directorate">Whose; null: the joint room's.</param>
/// <param name="Gate">Where, if at a gate.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="FirstOnSceneAt">When somebody was there.</param>
/// <param name="ClosedAt">When it was closed.</param>
public sealed record BareIncident(
    IncidentNumber Number, IncidentType Type, IncidentPriority Priority, IncidentState State, DirectorateId? Directorate, GateId? Gate, DateTimeOffset OpenedAt,
    DateTimeOffset? FirstOnSceneAt, DateTimeOffset? ClosedAt);
