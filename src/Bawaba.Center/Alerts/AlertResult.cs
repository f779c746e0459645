namespace Bawaba.Center.Alerts;

/// <summary>The outcome of a verb on an alert. Closed.</summary>
public abstract record AlertResult
{
    private AlertResult()
    {
    }

    /// <summary>Done, written and announced.</summary>
    public sealed record Done(Alert Alert) : AlertResult;

    /// <summary>The same person did this very step before, in this session: its answer was lost on the way. Nothing is done again. HTTP 200.</summary>
    public sealed record DoneBefore(Alert Alert) : AlertResult;

    /// <summary>It was decided meanwhile; the alert says by whom. HTTP 409.</summary>
    public sealed record AlreadyClosed(Alert Alert) : AlertResult;

    /// <summary>It changed since the version that was looked at. HTTP 409.</summary>
    public sealed record Stale(Alert Alert) : AlertResult;

    /// <summary>The step does not follow from where the alert is: confirming needs a first look that said "same". HTTP 409.</summary>
    public sealed record OutOfOrder(Alert Alert) : AlertResult;

    /// <summary>Two looks are two people: the account or session of the first look cannot give the second. HTTP 403.</summary>
    public sealed record SameAccount : AlertResult;

    /// <summary>The entry was removed or expired, or the mandate ended: nothing may be confirmed on it. HTTP 409.</summary>
    public sealed record EntryEnded(Alert Alert) : AlertResult;

    public sealed record NotAllowed : AlertResult;

    public sealed record NotFound : AlertResult;

    /// <summary>The act could not be written to the audit log, so it was not done. HTTP 503.</summary>
    public sealed record AuditUnavailable : AlertResult;
}
