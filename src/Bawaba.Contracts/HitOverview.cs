namespace Bawaba.Contracts;

/// <summary>The wide picture of a hit, on its way by itself: on a thin road the hit and its crop must not wait for it.</summary>
public sealed record HitOverview
{
    public required PassageId Passage { get; init; }

    public required EntryId Entry { get; init; }

    /// <summary>Of the reading it belongs to: 0 for the first.</summary>
    public required int Revision { get; init; }

    /// <summary>A JPEG file.</summary>
    public required byte[] Jpeg { get; init; }
}
