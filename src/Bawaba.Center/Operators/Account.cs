using Bawaba.Contracts;

namespace Bawaba.Center.Operators;

/// <summary>A person's account; unique to that person, never shared.</summary>
public sealed record Account
{
    public required AccountId Id { get; init; }

    /// <summary>What is typed to sign in: 3 to 32 of a-z, 0-9, '.' and '-'.</summary>
    public required string UserName { get; init; }

    /// <summary>What screens show; up to 80 characters.</summary>
    public required string DisplayName { get; init; }

    public required Role Role { get; init; }

    /// <summary>The chain of command the person stands in: who asks and who approves are of two. Empty: none yet.</summary>
    public string Chain { get; init; } = "";

    /// <summary>The directorate the person is of; null: the joint room, which sees everything.</summary>
    public DirectorateId? Directorate { get; init; }

    /// <summary>What of the room the person sees and acts on.</summary>
    public Scope Scope => Scope.Of(Role, Directorate);

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When two administrators gave the account a new way in; it approves nothing for a day.</summary>
    public DateTimeOffset? RecoveredAt { get; init; }

    /// <summary>Set when the account was closed; it signs in no more.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
