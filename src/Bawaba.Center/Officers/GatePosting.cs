using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Center.Officers;

/// <summary>A person works at a gate and may sign in at its own page, once they have set a password for it.</summary>
public sealed record GatePosting
{
    public required AccountId Account { get; init; }

    public required GateId Gate { get; init; }

    public required DateTimeOffset PostedAt { get; init; }

    /// <summary>When the person set the password for this gate; null: they cannot sign in there yet.</summary>
    public DateTimeOffset? PasswordSetAt { get; init; }
}
