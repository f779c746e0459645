namespace Bawaba.Center.Operators;

/// <summary>The outcome of giving an account a new way in. Closed.</summary>
public abstract record RecoveryResult
{
    private RecoveryResult()
    {
    }

    /// <summary>The first administrator asked; another must ask too, within a day.</summary>
    public sealed record Asked : RecoveryResult;

    /// <summary>The second did: the link, shown once.</summary>
    public sealed record Granted(string Token, DateTimeOffset ExpiresAt) : RecoveryResult;

    /// <summary>The role does not allow it, the session has ended, or it is one's own account or an auditor's.</summary>
    public sealed record NotAllowed : RecoveryResult;

    public sealed record NotFound : RecoveryResult;

    public sealed record AuditUnavailable : RecoveryResult;
}
