namespace Bawaba.Center.Incidents;

/// <summary>The outcome of a step with an incident. Closed.</summary>
public abstract record IncidentResult
{
    private IncidentResult()
    {
    }

    public sealed record Done(Incident Incident) : IncidentResult;

    /// <param name="Fields">Which fields are not what they must be, by name.</param>
    public sealed record Unfit(IReadOnlyList<string> Fields) : IncidentResult;

    public sealed record NotAllowed : IncidentResult;

    public sealed record NotFound : IncidentResult;

    /// <summary>It is closed: nothing new is put to it.</summary>
    public sealed record AlreadyClosed(Incident Incident) : IncidentResult;

    /// <summary>The alert was not confirmed by two people: nobody is sent for it.</summary>
    public sealed record NotConfirmed : IncidentResult;

    /// <summary>The entry behind the alert, or its order, does not stand any more: nobody is arrested on it.</summary>
    public sealed record EntryEnded : IncidentResult;

    /// <summary>Only who leads, or a supervisor, does this.</summary>
    public sealed record NotInCommand : IncidentResult;

    /// <summary>Required steps are neither done nor left out with a reason.</summary>
    public sealed record StepsOpen(IReadOnlyList<ChecklistStep> Steps) : IncidentResult;

    /// <summary>Nothing says what came of it.</summary>
    public sealed record NoOutcome : IncidentResult;

    public sealed record AuditUnavailable : IncidentResult;
}
