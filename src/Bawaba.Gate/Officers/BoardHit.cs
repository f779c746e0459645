using Bawaba.Contracts;
using Bawaba.Contracts.Officers;

namespace Bawaba.Gate.Officers;

/// <summary>A hit of this gate on the officer's page, in memory only.</summary>
internal sealed record BoardHit
{
    public required Hit Hit { get; init; }

    /// <summary>The entry as the list slice has it: no names, no reasons in free text.</summary>
    public required ListEntry Entry { get; init; }

    public byte[]? CropJpeg { get; init; }

    /// <summary>Of a candidate: what is stored with it when the officer says "same".</summary>
    public EvidencePictures? Pictures { get; init; }

    /// <summary>One character differs: in memory alone until a person says "same".</summary>
    public bool IsCandidate => Pictures is not null;

    /// <summary>When it came onto the page (UTC).</summary>
    public required DateTimeOffset ShownAt { get; init; }

    public OfficerLook? Look { get; init; }

    /// <summary>Who waits for back-up, by name; null: nobody said so.</summary>
    public string? WaitedBy { get; init; }

    /// <summary>What the officer reads out for a recheck by voice; null before it was asked for.</summary>
    public string? Question { get; init; }

    /// <summary>The room rechecked the entry by voice: at most the identity is verified.</summary>
    public bool IsRechecked { get; init; }

    public HitStanding Standing { get; init; }

    /// <summary>The officer still has something to say: sound and sight repeat.</summary>
    public bool IsUnanswered => Look is null && WaitedBy is null && Standing == HitStanding.Undecided;
}
