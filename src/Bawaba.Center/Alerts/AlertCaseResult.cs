namespace Bawaba.Center.Alerts;

/// <summary>The outcome of putting an alert to a case. Closed.</summary>
public abstract record AlertCaseResult
{
    private AlertCaseResult()
    {
    }

    /// <param name="Number">The case's.</param>
    public sealed record Linked(string Number) : AlertCaseResult;

    /// <summary>No open case has this number.</summary>
    public sealed record NoSuchCase : AlertCaseResult;

    /// <summary>Two people have not confirmed it.</summary>
    public sealed record NotConfirmed : AlertCaseResult;

    public sealed record NotFound : AlertCaseResult;

    public sealed record NotAllowed : AlertCaseResult;

    public sealed record AuditUnavailable : AlertCaseResult;
}
