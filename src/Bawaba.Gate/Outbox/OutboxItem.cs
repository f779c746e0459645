using Bawaba.Contracts;
using Bawaba.Contracts.Officers;

namespace Bawaba.Gate.Outbox;

/// <summary>A record on its way into the outbox; it gets its sequence there. Exactly one of the bodies is set.</summary>
public sealed record OutboxItem
{
    public required DateTimeOffset RecordedAt { get; init; }

    public PassageCount? Count { get; init; }

    public Hit? Hit { get; init; }

    public OfficerAct? Act { get; init; }

    public HitFrames? Frames { get; init; }

    public EvidencePictures? Pictures { get; init; }
}
