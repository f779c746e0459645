using Bawaba.Center.Approvals;

namespace Bawaba.Console.Law;

/// <summary>One's own passkeys, and whose approvals count.</summary>
public sealed record ApproversView
{
    /// <summary>Null for who approves nothing.</summary>
    public IReadOnlyList<Passkey>? Mine { get; init; }

    public required KeyRingState Ring { get; init; }

    /// <summary>Names of the accounts in the rings, where this person may know them.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>What became of founding or proposing a ring; null when nothing was asked.</summary>
    public KeyRingResult? Result { get; init; }
}
