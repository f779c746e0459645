// What is done with a passage at the gate: compared, and written down as a count, and as a hit if it is one.
// Called by CameraWorker for every sighting. Promises that a non-hit's plate goes no further than this file.
using Bawaba.Contracts;
using Bawaba.Gate.Evidence;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Officers;
using Bawaba.Gate.Outbox;
using Bawaba.Gate.Passages;

namespace Bawaba.Gate;

internal sealed class LaneDesk(GateMatcher matcher, GateOutbox outbox, TimeProvider time, OfficerDesk? officers = null, GateMetrics? metrics = null)
{
    /// <summary>Told of each passage, by camera and outcome alone.</summary>
    internal Action<CameraId, PlateOutcome>? Passed { get; set; }

    /// <summary>The durable records of a sighting. Pictures are made here, while its frame is still ours.</summary>
    internal IReadOnlyList<OutboxItem> RecordsOf(PassageSighting sighting)
    {
        var passage = sighting.Passage;
        var now = time.GetUtcNow();
        var items = new List<OutboxItem>();
        var hits = matcher.Match(passage, sighting.Revision, sighting.CapturedAt ?? passage.CommittedAt);
        if (hits.Count > 0)
        {
            var pictures = sighting is { Frame: { } frame, PlateCorners: { } corners } ? EvidencePainter.Paint(frame, corners, sighting.OtherPlates) : null;
            items.AddRange(hits.Select(hit => new OutboxItem { RecordedAt = now, Hit = hit, Pictures = pictures }));
            if (matcher.CenterTakesFrames)
                sighting.Pictures?.Claim(hits, sighting.CapturedAt ?? passage.CommittedAt, now);
            // Whatever the disk and the road do: the officer who stands there sees it now.
            foreach (var hit in hits)
                officers?.Put(hit, pictures);
        }
        else if (sighting.Variants.Count > 0 && officers is not null)
        {
            Ask(sighting, officers);
        }
        // A revision is the same passage: it is not counted again.
        if (sighting.Revision > 0)
            return items;
        metrics?.Passed(passage.Outcome, hits.Count);
        Passed?.Invoke(passage.Camera, passage.Outcome);
        items.Add(new() { RecordedAt = now, Count = CountOf(passage) });
        return items;
    }

    /// <summary>The durable records of a hit's further pictures; what was kept of the vehicle is let go.</summary>
    internal IReadOnlyList<OutboxItem> RecordsOf(TrackPictures pictures)
    {
        var now = time.GetUtcNow();
        return [.. pictures.Take().Select(frames => new OutboxItem { RecordedAt = now, Frames = frames })];
    }

    internal Task AppendAsync(IReadOnlyList<OutboxItem> items, CancellationToken cancellation) =>
        items.Count == 0 ? Task.CompletedTask : outbox.AppendAsync(items, cancellation);

    // In memory, for the officer who stands there: nothing of it is written unless that person says "same".
    private void Ask(PassageSighting sighting, OfficerDesk officers)
    {
        var candidates = matcher.Candidates(sighting.Passage, sighting.Variants, sighting.Revision, sighting.CapturedAt ?? sighting.Passage.CommittedAt);
        if (candidates.Count == 0 || sighting is not { Frame: { } frame, PlateCorners: { } corners })
            return;
        var pictures = EvidencePainter.Paint(frame, corners, sighting.OtherPlates);
        foreach (var candidate in candidates)
            officers.PutCandidate(candidate, pictures);
    }

    private static PassageCount CountOf(Passage passage) => new()
    {
        Passage = passage.Id,
        Camera = passage.Camera,
        Lane = passage.Lane,
        Direction = passage.Direction,
        Vehicle = passage.Vehicle,
        Outcome = passage.Outcome,
        PassedAt = passage.CommittedAt,
    };
}
