namespace Bawaba.Center.Approvals;

/// <summary>The outcome of a step with passkeys. Closed.</summary>
public abstract record PasskeyResult
{
    private PasskeyResult()
    {
    }

    /// <summary>A browser is to be asked.</summary>
    public sealed record Asked(PasskeyQuestion Question) : PasskeyResult;

    /// <summary>It was made, or removed.</summary>
    public sealed record Done(Passkey Passkey) : PasskeyResult;

    /// <summary>The role approves nothing, or the session has ended.</summary>
    public sealed record NotAllowed : PasskeyResult;

    /// <summary>Nothing was asked under this id by this session, or more than five minutes ago.</summary>
    public sealed record TooLate : PasskeyResult;

    /// <summary>What came is not what was asked for, or the passkey is another account's.</summary>
    public sealed record Unfit : PasskeyResult;

    /// <summary>This server is reached by an address: passkeys are made for host names.</summary>
    public sealed record NoHostName : PasskeyResult;

    public sealed record AuditUnavailable : PasskeyResult;
}
