namespace Bawaba.Contracts.Approvals;

/// <summary>
/// The passkeys whose approvals count. A gate pins the first it is given and takes another only when two approvers and an auditor
/// of the one before signed it: a center that was taken over cannot name approvers of its own.
/// </summary>
public sealed record KeyRing
{
    /// <summary>Keys in all.</summary>
    public const int MaxKeys = 200;

    /// <summary>1 for the first, then one more each time.</summary>
    public required int Number { get; init; }

    /// <summary>The host name passkeys are made for.</summary>
    public required string Host { get; init; }

    public required IReadOnlyList<ApproverKey> Keys { get; init; }

    /// <summary>Who of the ring before agreed; empty for the first.</summary>
    public IReadOnlyList<ApprovalSheet> Sheets { get => field ?? []; init; }
}
