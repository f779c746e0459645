namespace Bawaba.Contracts;

/// <summary>Further pictures of a hit, a few a record: on a thin road nothing urgent must wait for them. A center that takes them says so (<see cref="GateOrders.TakesFrames"/>).</summary>
public sealed record HitFrames
{
    /// <summary>Crops of the plate a hit, beside the one that goes with it.</summary>
    public const int MostCrops = 4;

    /// <summary>Pictures of the clip a hit.</summary>
    public const int MostClip = 24;

    /// <summary>Bytes of all of them a hit.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Pixels across at most.</summary>
    public const int MostWidthPx = 640;

    public required PassageId Passage { get; init; }

    public required EntryId Entry { get; init; }

    public required FrameKind Kind { get; init; }

    public required IReadOnlyList<HitFrame> Frames { get; init; }

    /// <summary>How many of a kind a hit has at most.</summary>
    public static int MostOf(FrameKind kind) => kind == FrameKind.Crop ? MostCrops : MostClip;
}
