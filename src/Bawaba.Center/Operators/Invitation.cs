using Bawaba.Contracts;

namespace Bawaba.Center.Operators;

/// <summary>An open one-time link, as the page behind it may show it.</summary>
public sealed record Invitation
{
    /// <summary>The name the account will have; null when the person chooses it (the first administrator).</summary>
    public string? UserName { get; init; }

    public required Role Role { get; init; }

    /// <summary>The chain of command the account will stand in; empty: none.</summary>
    public string Chain { get; init; } = "";

    /// <summary>The directorate the account will be of; null: the joint room.</summary>
    public DirectorateId? Directorate { get; init; }

    /// <summary>An account that stands already: the link gives it a new password, and ends its second factor.</summary>
    public AccountId? Recovers { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
