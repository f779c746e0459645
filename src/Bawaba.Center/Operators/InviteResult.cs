namespace Bawaba.Center.Operators;

/// <summary>The outcome of inviting somebody. Closed.</summary>
public abstract record InviteResult
{
    private InviteResult()
    {
    }

    /// <param name="Token">For the link <c>/invitation/{token}</c>: shown once, kept nowhere (only its hash).</param>
    /// <param name="ExpiresAt">First instant at which the link no longer works.</param>
    public sealed record Invited(string Token, DateTimeOffset ExpiresAt) : InviteResult;

    /// <summary>The role does not allow it, the session has ended, or it would give more of the room than one has.</summary>
    public sealed record NotAllowed : InviteResult;

    /// <summary>3 to 32 of a-z, 0-9, '.' and '-', starting with a letter.</summary>
    public sealed record NameInvalid : InviteResult;

    public sealed record NameTaken : InviteResult;

    /// <summary>There is no such directorate.</summary>
    public sealed record DirectorateUnknown : InviteResult;

    public sealed record AuditUnavailable : InviteResult;
}
