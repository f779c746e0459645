// The pictures kept of one vehicle while it is followed: the best few crops of its plate, and small wide pictures around its passage.
// Owned by its track, one thread. Promises: in memory only, overwritten when let go, none older than a non-hit's plate may be (02-law:
// 3 minutes); they leave memory for a hit alone, which claims them; bounded by the camera's PictureBudget.
using Bawaba.Contracts;
using Bawaba.Vision;
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Evidence;

internal sealed class TrackPictures(PictureBudget budget)
{
    // One of them is the hit's own.
    private const int MaxCrops = HitFrames.MostCrops + 1;
    private const int WideBefore = 16;
    private const int MaxRecordBytes = 64 << 10;
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan CropsApart = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WideApart = TimeSpan.FromMilliseconds(90);
    private static readonly TimeSpan KeptAfterHit = TimeSpan.FromSeconds(2);
    private readonly List<HitFrame> _crops = [];
    private readonly List<HitFrame> _wide = [];
    private IReadOnlyList<Hit> _hits = [];
    private DateTimeOffset _ownAt;
    private DateTimeOffset _claimedAt;
    private int _wideSince;
    private bool _isReleased;

    internal bool IsClaimed => _hits.Count > 0;

    /// <summary>How many there are now.</summary>
    internal int Count => _crops.Count + _wide.Count;

    /// <summary>Its plate was seen in this frame.</summary>
    /// <param name="weight">How much it shows.</param>
    internal void See(Frame frame, Quad plate, IReadOnlyList<Quad> others, float weight)
    {
        if (_isReleased)
            return;
        Forget(frame.CapturedAt);
        SeeCrop(frame, plate, others, weight);
        if (_wide is [.., var last] && frame.CapturedAt - last.CapturedAt < WideApart)
            return;
        if (IsClaimed && _wideSince >= HitFrames.MostClip - WideBefore)
            return;
        if (budget.Paint(() => FramePainter.Wide(frame, plate, others)) is not { } jpeg)
            return;
        _wide.Add(new() { CapturedAt = frame.CapturedAt, Weight = weight, Jpeg = jpeg });
        _wideSince += IsClaimed ? 1 : 0;
        if (!IsClaimed && _wide.Count > WideBefore)
            Drop(_wide, _wide[0]);
    }

    /// <summary>The vehicle is a hit: what is kept, and what follows in the next moments, is its evidence.</summary>
    /// <param name="ownAt">The frame of the crop that goes with the hit itself.</param>
    internal void Claim(IReadOnlyList<Hit> hits, DateTimeOffset ownAt, DateTimeOffset at)
    {
        if (!IsClaimed)
            _claimedAt = at;
        (_hits, _ownAt, _isReleased) = (hits, ownAt, false);
    }

    /// <summary>A hit's pictures are complete: enough has followed.</summary>
    internal bool IsDue(DateTimeOffset at) => IsClaimed && (at - _claimedAt >= KeptAfterHit || _wideSince >= HitFrames.MostClip - WideBefore);

    /// <summary>For each hit its pictures, a few a record; the crops first. They are let go here.</summary>
    internal IReadOnlyList<HitFrames> Take()
    {
        var crops = _crops.Where(c => c.CapturedAt != _ownAt).OrderByDescending(c => c.Weight).Take(HitFrames.MostCrops).Select(Copy).ToList();
        var wide = Thinned(_wide.TakeLast(HitFrames.MostClip), HitFrames.MostBytes - crops.Sum(c => c.Jpeg.Length)).Select(Copy).ToList();
        var records = _hits.DistinctBy(h => h.Entry).SelectMany(hit =>
            Split(crops).Select(part => Record(hit, FrameKind.Crop, part)).Concat(Split(wide).Select(part => Record(hit, FrameKind.Clip, part)))).ToList();
        Release();
        return records;
    }

    /// <summary>Not a hit, or done: nothing stays and nothing more is taken.</summary>
    internal void Release()
    {
        foreach (var frame in _crops.Concat(_wide))
            budget.Free(frame.Jpeg);
        _crops.Clear();
        _wide.Clear();
        (_hits, _isReleased) = ([], true);
    }

    /// <summary>Drops what is too old.</summary>
    internal void Forget(DateTimeOffset now)
    {
        foreach (var frames in (List<HitFrame>[])[_crops, _wide])
        {
            while (frames.Find(f => now - f.CapturedAt > MaxAge) is { } old)
                Drop(frames, old);
        }
    }

    // Of each short while the best, and of all the best few.
    private void SeeCrop(Frame frame, Quad plate, IReadOnlyList<Quad> others, float weight)
    {
        var replaced = _crops.Find(c => frame.CapturedAt - c.CapturedAt < CropsApart) ?? (_crops.Count >= MaxCrops ? _crops.MinBy(c => c.Weight) : null);
        if (replaced is not null && replaced.Weight >= weight)
            return;
        if (budget.Paint(() => FramePainter.Crop(frame, plate, others)) is not { } jpeg)
            return;
        if (replaced is not null)
            Drop(_crops, replaced);
        _crops.Add(new() { CapturedAt = frame.CapturedAt, Weight = weight, Jpeg = jpeg });
    }

    private void Drop(List<HitFrame> frames, HitFrame frame)
    {
        frames.Remove(frame);
        budget.Free(frame.Jpeg);
    }

    // Every second one goes until the rest fits: a clip of fewer pictures is a clip, half of one is none.
    private static List<HitFrame> Thinned(IEnumerable<HitFrame> frames, long mostBytes)
    {
        var kept = frames.ToList();
        while (kept.Count > 1 && kept.Sum(f => f.Jpeg.Length) > mostBytes)
            kept = [.. kept.Where((_, i) => i % 2 == 0)];
        return kept;
    }

    private static IEnumerable<IReadOnlyList<HitFrame>> Split(List<HitFrame> frames)
    {
        var (part, bytes) = (new List<HitFrame>(), 0);
        foreach (var frame in frames)
        {
            if (part.Count > 0 && bytes + frame.Jpeg.Length > MaxRecordBytes)
            {
                yield return part;
                (part, bytes) = ([], 0);
            }
            part.Add(frame);
            bytes += frame.Jpeg.Length;
        }
        if (part.Count > 0)
            yield return part;
    }

    private static HitFrame Copy(HitFrame frame) => frame with { Jpeg = [.. frame.Jpeg] };

    private static HitFrames Record(Hit hit, FrameKind kind, IReadOnlyList<HitFrame> frames) =>
        new() { Passage = hit.Passage, Entry = hit.Entry, Kind = kind, Frames = frames };
}
