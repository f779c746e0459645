using Bawaba.Center.Incidents;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Situation;

/// <summary>An open incident on the situation sheet.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Type">The type it began under.</param>
/// <param name="Units">Names of the units with it that the reader may know.</param>
/// <param name="UnitCount">How many units are with it, whosever.</param>
public sealed record SituationIncident(Incident Incident, IncidentType Type, IReadOnlyList<LocalName> Units, long UnitCount);
