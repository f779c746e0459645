using Bawaba.Center.Operators;
using Bawaba.Proof.Passkeys;

namespace Bawaba.Center.Approvals;

/// <summary>A person's passkey, as the center keeps it.</summary>
public sealed record Passkey
{
    public required PasskeyKey Key { get; init; }

    public required AccountId Account { get; init; }

    /// <summary>What its owner calls it; up to 60 characters.</summary>
    public required string Label { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Set when it approves nothing more.</summary>
    public DateTimeOffset? RemovedAt { get; init; }
}
