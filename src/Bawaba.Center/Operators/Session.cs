namespace Bawaba.Center.Operators;

/// <summary>One sign-in of one account, from one browser.</summary>
public sealed record Session
{
    public required SessionId Id { get; init; }

    public required AccountId Account { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>First instant at which it is no longer valid: 8 h after the start until shifts exist.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Set by signing out or by an administrator.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Network address of the sign-in.</summary>
    public required string Address { get; init; }
}
