using Bawaba.Contracts.Officers;

namespace Bawaba.Contracts;

/// <summary>One durable fact on its way from a gate's outbox to the center: exactly one of the bodies is set, or <see cref="IsGivenUp"/>.</summary>
public sealed record GateRecord
{
    public required RecordKey Key { get; init; }

    /// <summary>When the gate appended it (UTC).</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public PassageCount? Count { get; init; }

    public Hit? Hit { get; init; }

    public OfficerAct? Act { get; init; }

    /// <summary>Set with <see cref="Hit"/>; null where no picture could be made, for a hit is not lost with its pictures.</summary>
    public EvidencePictures? Pictures { get; init; }

    /// <summary>Never before the record of its hit.</summary>
    public HitOverview? Overview { get; init; }

    /// <summary>Never before the record of its hit, and after whatever is more urgent.</summary>
    public HitFrames? Frames { get; init; }

    /// <summary>Stands for a picture that the gate gave up because its disk had no room; the key is used.</summary>
    public bool IsGivenUp { get; init; }
}
