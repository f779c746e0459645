namespace Bawaba.Center.Incidents;

/// <summary>An incident in a list.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Type">The type it began under.</param>
/// <param name="Skipped">How many steps were left out that no supervisor has taken note of.</param>
/// <param name="Units">How many units are with it now.</param>
/// <param name="IsOwn">False: another directorate's, shown by an agreement.</param>
public sealed record IncidentLine(Incident Incident, IncidentType Type, long Skipped, long Units, bool IsOwn)
{
    /// <summary>How many of its units have not said in time that they are well; none of another directorate's incident.</summary>
    public long Overdue { get; init; }
}
