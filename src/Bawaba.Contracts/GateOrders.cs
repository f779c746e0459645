using Bawaba.Contracts.Approvals;
using Bawaba.Contracts.Officers;

namespace Bawaba.Contracts;

/// <summary>What the center tells a gate: the mandates in force there and the list slice they allow.</summary>
public sealed record GateOrders
{
    public const int MaxEntries = 10_000;

    /// <summary>Retention and recording orders a gate holds at once; more are refused.</summary>
    public const int MaxKeeping = 100;

    /// <summary>Grows with every change of what this gate may do.</summary>
    public required long Version { get; init; }

    /// <summary>When the center last confirmed this content (UTC); a slice older than 24 h is not matched.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    public required IReadOnlyList<ActivationSlice> Activations { get; init; }

    public required IReadOnlyList<ListEntry> Entries { get; init; }

    /// <summary>Retention and recording orders: a list of their own, so that a gate which does not know them compares as before and keeps nothing.</summary>
    public IReadOnlyList<KeepingSlice> Keeping { get => field ?? []; init; }

    /// <summary>The passkeys whose approvals count; null before there are any.</summary>
    public KeyRing? Ring { get; init; }

    /// <summary>The rings between the one a gate may have pinned and <see cref="Ring"/>, oldest first.</summary>
    public IReadOnlyList<KeyRing> RingsBefore { get => field ?? []; init; }

    /// <summary>The approvals that entries and activations point to.</summary>
    public IReadOnlyList<ApprovalSheet> Sheets { get => field ?? []; init; }

    /// <summary>Entries that were taken off before their own end. A gate remembers them: a center that has forgotten cannot bring one back.</summary>
    public IReadOnlyList<EntryId> Removed { get => field ?? []; init; }

    /// <summary>Given to a gate that was released; null to every other. Not part of the version.</summary>
    public ListKey? ListKey { get; init; }

    /// <summary>Cameras that misread too often: what they read is compared with nothing. Not part of the version.</summary>
    public IReadOnlyList<CameraId> StoppedCameras { get => field ?? []; init; }

    /// <summary>The center takes <see cref="HitFrames"/>: one of an older program would refuse every batch with such a record. Not part of the version.</summary>
    public bool TakesFrames { get; init; }

    /// <summary>Who may sign in at the gate's own page. Not part of the version.</summary>
    // The generated JSON reader sets what is left out to its type's default, past any initialiser.
    public IReadOnlyList<GateOfficer> Officers { get => field ?? []; init; }

    /// <summary>What became of the gate's hits of the last hour, newest first. Not part of the version.</summary>
    public IReadOnlyList<HitDecision> Decisions { get => field ?? []; init; }
}
