namespace Bawaba.Center.Approvals;

/// <summary>The outcome of founding or proposing a key ring. Closed.</summary>
public abstract record KeyRingResult
{
    private KeyRingResult()
    {
    }

    public sealed record Done : KeyRingResult;

    public sealed record NotAllowed : KeyRingResult;

    /// <summary>There is one already; another follows it only by two approvers and an auditor.</summary>
    public sealed record StandsAlready : KeyRingResult;

    /// <summary>Two approvers and an auditor with passkeys are needed first.</summary>
    public sealed record TooFew : KeyRingResult;

    /// <summary>The passkeys are those of the ring in force.</summary>
    public sealed record NothingToDo : KeyRingResult;

    /// <summary>This server is reached by an address: passkeys are made for host names.</summary>
    public sealed record NoHostName : KeyRingResult;

    public sealed record AuditUnavailable : KeyRingResult;
}
