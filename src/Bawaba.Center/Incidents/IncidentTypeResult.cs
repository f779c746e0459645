namespace Bawaba.Center.Incidents;

/// <summary>The outcome of editing a type. Closed.</summary>
public abstract record IncidentTypeResult
{
    private IncidentTypeResult()
    {
    }

    public sealed record Done(IncidentType Type) : IncidentTypeResult;

    /// <summary>A name or step is missing in a language, or too long, too many or none.</summary>
    public sealed record Unfit : IncidentTypeResult;

    /// <summary>Somebody else has made a newer version meanwhile.</summary>
    public sealed record Stale(IncidentType Type) : IncidentTypeResult;

    public sealed record NotAllowed : IncidentTypeResult;

    public sealed record AuditUnavailable : IncidentTypeResult;
}
