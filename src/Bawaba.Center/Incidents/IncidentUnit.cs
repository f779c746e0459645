using Bawaba.Center.Units;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Incidents;

/// <summary>A unit that is or was with an incident.</summary>
/// <param name="Name">Its call sign.</param>
/// <param name="Assignment">From dispatch to release, with its times.</param>
/// <param name="Unit">As it is now; null where it is not in force any more.</param>
public sealed record IncidentUnit(LocalName Name, Assignment Assignment, Unit? Unit);
