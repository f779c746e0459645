// The verbs of the officer's page. Called by its endpoints with the session they found. Promises: what shows a plate or a
// picture is written down first; an act with a key is done once; a typed plate goes through the gate's own matcher under its
// own mandates, and one that is no hit is in no record, no log and no file.
using System.Collections.Concurrent;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Contracts.Officers;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Outbox;

namespace Bawaba.Gate.Officers;

internal sealed class OfficerDesk(Func<GateSettings> gate, GateMatcher matcher, HitBoard board, ActWriter acts, TimeProvider time)
{
    internal const int MaxTyped = 30;
    internal static readonly TimeSpan TypedWindow = TimeSpan.FromMinutes(10);
    private const int MaxRemembered = 20_000;
    private static readonly TimeSpan CameraSeenEvery = TimeSpan.FromHours(1);
    private readonly DoneOnce _once = new(time);
    private readonly ConcurrentDictionary<(string Session, string Subject), DateTimeOffset> _shown = new();
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _typed = new(StringComparer.Ordinal);

    /// <summary>The hits for the page; those new to this session are written down as seen. They are shown whatever the disk does.</summary>
    internal async Task<IReadOnlyList<BoardHit>> HitsAsync(OfficerSession session)
    {
        var hits = board.All();
        foreach (var hit in hits)
        {
            if (IsNew(session, $"{hit.Hit.Passage} {hit.Hit.Entry} {hit.IsCandidate}", TimeSpan.MaxValue))
                await acts.WriteOrWaitAsync(hit.IsCandidate ? OfCandidate(session, OfficerActKind.CandidateSeen, hit) : OfHit(session, OfficerActKind.HitSeen, hit)).ConfigureAwait(false);
        }
        return hits;
    }

    /// <summary>A hit's crop; null where there is none.</summary>
    internal byte[]? Crop(PassageId passage, EntryId entry) => board.Find(passage, entry)?.CropJpeg;

    /// <summary>True when this session may be shown the camera's picture: once an hour it is written down, first.</summary>
    internal async Task<bool> MaySeeAsync(OfficerSession session, CameraId camera)
    {
        if (!gate().Cameras.Any(c => c.Id == camera))
            return false;
        if (!IsNew(session, camera.Value, CameraSeenEvery))
            return true;
        if (await acts.TryWriteAsync(OfficerDoor.Of(session, OfficerActKind.CameraSeen) with { Camera = camera }).ConfigureAwait(false))
            return true;
        _shown.TryRemove((session.Id, camera.Value), out _);
        return false;
    }

    /// <summary>The first look of two. It never confirms: another person at the center gives the second.</summary>
    internal Task<OfficerAnswer> LookAsync(OfficerSession session, PassageId passage, EntryId entry, LookVerdict verdict, string key)
    {
        var look = new OfficerLook(session.Officer.Account, session.Officer.DisplayName, verdict, time.GetUtcNow());
        return board.Find(passage, entry) is { IsCandidate: true }
            ? _once.RunAsync(session.Officer.Account, key, () => LookAtCandidateAsync(session, passage, entry, look))
            : ChangeAsync(session, passage, entry, key, verdict, () => board.Look(passage, entry, look));
    }

    // "Same" makes a hit of it, written together with who said so; any other word makes nothing of it.
    private async Task<OfficerAnswer> LookAtCandidateAsync(OfficerSession session, PassageId passage, EntryId entry, OfficerLook look)
    {
        if (board.Find(passage, entry) is not { } candidate)
            return OfficerAnswer.Unknown;
        if (!candidate.IsCandidate)
            return OfficerAnswer.Already;
        if (look.Verdict is not LookVerdict.Same)
        {
            if (!await acts.TryWriteAsync(OfCandidate(session, OfficerActKind.CandidateDismissed, candidate) with { Verdict = look.Verdict }).ConfigureAwait(false))
                return OfficerAnswer.NotWritten;
            board.Dismiss(passage, entry);
            return OfficerAnswer.Done;
        }
        // The list and the order may have ended while it stood there.
        if (!matcher.Comparing || matcher.Find(entry) is null)
            return OfficerAnswer.NotComparing;
        var hit = new OutboxItem { RecordedAt = time.GetUtcNow(), Hit = candidate.Hit, Pictures = candidate.Pictures };
        if (!await acts.TryWriteAsync(OfHit(session, OfficerActKind.Looked, candidate) with { Verdict = look.Verdict }, [hit]).ConfigureAwait(false))
            return OfficerAnswer.NotWritten;
        board.Become(passage, entry, look);
        return OfficerAnswer.Done;
    }

    /// <summary>Nothing is done until back-up is there. Always a valid answer.</summary>
    internal Task<OfficerAnswer> WaitAsync(OfficerSession session, PassageId passage, EntryId entry, string key) =>
        ChangeAsync(session, passage, entry, key, null, () => board.Wait(passage, entry, session.Officer.DisplayName));

    /// <summary>Compares a plate as typed for a vehicle in the lane.</summary>
    internal Task<OfficerAnswer> TypeAsync(OfficerSession session, LaneId lane, string text, string key) =>
        _once.RunAsync(session.Officer.Account, key, () => TypeOnceAsync(session, lane, text));

    private async Task<OfficerAnswer> TypeOnceAsync(OfficerSession session, LaneId lane, string text)
    {
        if (gate().Cameras.FirstOrDefault(c => c.Lane == lane) is not { } camera || !PlateText.TryParse(text.Trim(), out var plate))
            return OfficerAnswer.NoPlate;
        if (!MayType(session.Officer.Account))
            return await WriteAsync("too-many", OfficerAnswer.TooMany).ConfigureAwait(false);
        if (!matcher.Comparing)
            return await WriteAsync("not-comparing", OfficerAnswer.NotComparing).ConfigureAwait(false);
        var now = time.GetUtcNow();
        var hits = matcher.Match(PassageOf(camera, plate, now), revision: 0, now).Select(h => h with { Typed = true }).ToList();
        var answer = await WriteAsync(hits.Count > 0 ? "hit" : "no-hit", hits.Count > 0 ? OfficerAnswer.Hit : OfficerAnswer.NoHit, hits).ConfigureAwait(false);
        if (answer == OfficerAnswer.Hit)
            hits.ForEach(hit => Put(hit, pictures: null));
        return answer;

        async Task<OfficerAnswer> WriteAsync(string detail, OfficerAnswer done, IReadOnlyList<Hit>? found = null) =>
            await acts.TryWriteAsync(
                OfficerDoor.Of(session, OfficerActKind.PlateTyped) with { Detail = detail },
                (found ?? []).Select(hit => new OutboxItem { RecordedAt = hit.MatchedAt, Hit = hit })).ConfigureAwait(false)
                ? done
                : OfficerAnswer.NotWritten;
    }

    /// <summary>A hit comes onto the page. Called by LaneDesk for what cameras read.</summary>
    internal void Put(Hit hit, EvidencePictures? pictures)
    {
        if (matcher.Find(hit.Entry) is { } entry)
            board.Put(hit, entry, pictures);
    }

    /// <summary>A plate that differs from an entry's in one character comes onto the page. Called by LaneDesk.</summary>
    internal void PutCandidate(Hit candidate, EvidencePictures pictures)
    {
        if (matcher.Find(candidate.Entry) is { } entry)
            board.PutCandidate(candidate, entry, pictures);
    }

    private Task<OfficerAnswer> ChangeAsync(OfficerSession session, PassageId passage, EntryId entry, string key, LookVerdict? verdict, Func<bool> change) =>
        _once.RunAsync(session.Officer.Account, key, async () =>
        {
            if (board.Find(passage, entry) is not { IsCandidate: false } before)
                return OfficerAnswer.Unknown;
            if (!change())
                return OfficerAnswer.Already;
            var kind = verdict is null ? OfficerActKind.Waited : OfficerActKind.Looked;
            // Life-safety: on a disk that is full it waits, is seen on the page meanwhile, and is written once.
            await acts.WriteAsync(OfHit(session, kind, before) with { Verdict = verdict }).ConfigureAwait(false);
            return OfficerAnswer.Done;
        });

    // Neither entry nor passage: that somebody looked at a candidate is written, not at which.
    private static OfficerAct OfCandidate(OfficerSession session, OfficerActKind kind, BoardHit hit) =>
        OfficerDoor.Of(session, kind) with { Camera = hit.Hit.Camera };

    private static OfficerAct OfHit(OfficerSession session, OfficerActKind kind, BoardHit hit) =>
        OfficerDoor.Of(session, kind) with { Entry = hit.Hit.Entry, Passage = hit.Hit.Passage };

    private static Passage PassageOf(CameraSettings camera, PlateText plate, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        Camera = camera.Id,
        Lane = camera.Lane,
        Direction = Direction.Unknown,
        Vehicle = VehicleClass.Unknown,
        FirstSeenAt = now,
        LastSeenAt = now,
        CommittedAt = now,
        Frames = 0,
        Outcome = PlateOutcome.Read,
        Plate = plate,
        Confidence = 1,
    };

    private bool IsNew(OfficerSession session, string subject, TimeSpan window)
    {
        var now = time.GetUtcNow();
        if (_shown.TryGetValue((session.Id, subject), out var at) && (window == TimeSpan.MaxValue || now - at < window))
            return false;
        // Emptied when full, which only means more rows in the log.
        if (_shown.Count >= MaxRemembered)
            _shown.Clear();
        _shown[(session.Id, subject)] = now;
        return true;
    }

    // Typing is a question about somebody: whoever asks about everybody is stopped.
    private bool MayType(string account)
    {
        var now = time.GetUtcNow();
        var times = _typed.GetOrAdd(account, _ => new());
        lock (times)
        {
            while (times.TryPeek(out var oldest) && now - oldest >= TypedWindow)
                times.Dequeue();
            if (times.Count >= MaxTyped)
                return false;
            times.Enqueue(now);
            return true;
        }
    }
}
