// The hits of this gate that its officer has to see: put here by LaneDesk the moment they are made, road or no road.
// Promises: memory only; a hit leaves after 15 minutes, a confirmed one after an hour; an entry that was removed or expired
// is shown as ended; bounded. A candidate leaves three minutes after its vehicle passed, and at once when it is no hit.
using Bawaba.Contracts;
using Bawaba.Contracts.Officers;

namespace Bawaba.Gate.Officers;

internal sealed class HitBoard(TimeProvider time)
{
    /// <summary>As long as the center waits for the second look.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);
    internal static readonly TimeSpan ConfirmedKept = TimeSpan.FromHours(1);
    internal static readonly TimeSpan CandidateKept = TimeSpan.FromMinutes(3);
    internal const int MaxHits = 50;
    internal const int MaxCandidates = 20;
    private readonly Dictionary<(PassageId, EntryId), BoardHit> _hits = [];
    private readonly Lock _lock = new();

    /// <summary>A new hit, or a better reading of one that is here.</summary>
    internal void Put(Hit hit, ListEntry entry, EvidencePictures? pictures)
    {
        lock (_lock)
        {
            var key = (hit.Passage, hit.Entry);
            if (_hits.TryGetValue(key, out var known))
            {
                _hits[key] = known with { Hit = hit, CropJpeg = pictures?.CropJpeg ?? known.CropJpeg, Pictures = null };
                return;
            }
            Add(key, new() { Hit = hit, Entry = entry, CropJpeg = pictures?.CropJpeg, ShownAt = time.GetUtcNow() });
        }
    }

    /// <summary>A plate that differs from an entry's in one character. Changes nothing that is here.</summary>
    internal void PutCandidate(Hit candidate, ListEntry entry, EvidencePictures pictures)
    {
        lock (_lock)
        {
            var key = (candidate.Passage, candidate.Entry);
            // Candidates never push a hit off the page.
            if (!_hits.ContainsKey(key) && _hits.Count(h => h.Value.IsCandidate) < MaxCandidates)
                Add(key, new() { Hit = candidate, Entry = entry, CropJpeg = pictures.CropJpeg, Pictures = pictures, ShownAt = time.GetUtcNow() });
        }
    }

    /// <summary>The officer did not say "same": nothing is left of it.</summary>
    internal bool Dismiss(PassageId passage, EntryId entry)
    {
        lock (_lock)
            return _hits.TryGetValue((passage, entry), out var hit) && hit.IsCandidate && _hits.Remove((passage, entry));
    }

    /// <summary>The officer said "same", and it is written: it is a hit like any other.</summary>
    internal void Become(PassageId passage, EntryId entry, OfficerLook look)
    {
        lock (_lock)
        {
            if (_hits.TryGetValue((passage, entry), out var hit))
                _hits[(passage, entry)] = hit with { Pictures = null, Look = look };
        }
    }

    private void Add((PassageId, EntryId) key, BoardHit hit)
    {
        Forget();
        if (_hits.Count >= MaxHits)
            _hits.Remove(_hits.OrderBy(h => h.Value.IsCandidate ? 0 : 1).ThenBy(h => h.Value.ShownAt).First().Key);
        _hits[key] = hit;
    }

    /// <summary>Newest first.</summary>
    internal IReadOnlyList<BoardHit> All()
    {
        lock (_lock)
        {
            Forget();
            return [.. _hits.Values.Select(Now).OrderByDescending(h => h.ShownAt)];
        }
    }

    internal BoardHit? Find(PassageId passage, EntryId entry)
    {
        lock (_lock)
        {
            Forget();
            return _hits.TryGetValue((passage, entry), out var hit) ? Now(hit) : null;
        }
    }

    /// <summary>Notes a look; false where there is nothing left to look at for this person.</summary>
    internal bool Look(PassageId passage, EntryId entry, OfficerLook look) => Change(passage, entry, hit =>
        hit.Standing != HitStanding.Undecided || hit.Look is { Verdict: LookVerdict.Same } || hit.Look?.Account == look.Account
            ? null
            : hit with { Look = look });

    /// <summary>Puts the question of a recheck by voice; false where there is one, or no officer called it the same.</summary>
    internal bool Ask(PassageId passage, EntryId entry, string question) => Change(passage, entry, hit =>
        hit is { Standing: HitStanding.Undecided, IsCandidate: false, Look.Verdict: LookVerdict.Same, Question: null } ? hit with { Question = question } : null);

    /// <summary>The room answered it.</summary>
    internal bool Recheck(PassageId passage, EntryId entry) => Change(passage, entry, hit =>
        hit is { Standing: HitStanding.Undecided, Question: not null, IsRechecked: false } ? hit with { IsRechecked = true } : null);

    internal bool Wait(PassageId passage, EntryId entry, string by) =>
        Change(passage, entry, hit => hit.WaitedBy is null && hit.Standing != HitStanding.Ended ? hit with { WaitedBy = by } : null);

    /// <summary>What the center decided, and which entries still are on the list.</summary>
    internal void Take(GateOrders orders)
    {
        lock (_lock)
        {
            if (_hits.Count == 0)
                return;
            foreach (var decision in orders.Decisions)
            {
                if (_hits.TryGetValue((decision.Passage, decision.Entry), out var hit))
                    _hits[(decision.Passage, decision.Entry)] = hit with { Standing = decision.Standing };
            }
            var listed = orders.Entries.Select(e => e.Id).ToHashSet();
            foreach (var (key, hit) in _hits.Where(h => !listed.Contains(h.Value.Hit.Entry)).ToList())
            {
                if (hit.IsCandidate)
                    _hits.Remove(key);
                else
                    _hits[key] = hit with { Standing = HitStanding.Ended };
            }
        }
    }

    private bool Change(PassageId passage, EntryId entry, Func<BoardHit, BoardHit?> change)
    {
        lock (_lock)
        {
            if (!_hits.TryGetValue((passage, entry), out var hit) || change(Now(hit)) is not { } next)
                return false;
            _hits[(passage, entry)] = next;
            return true;
        }
    }

    private BoardHit Now(BoardHit hit) => time.GetUtcNow() < hit.Entry.ExpiresAt ? hit : hit with { Standing = HitStanding.Ended };

    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var (key, _) in _hits.Where(h => IsOver(h.Value, now)).ToList())
            _hits.Remove(key);
    }

    private static bool IsOver(BoardHit hit, DateTimeOffset now) => hit switch
    {
        { IsCandidate: true } => now - hit.Hit.PassedAt >= CandidateKept || now >= hit.Entry.ExpiresAt,
        { Standing: HitStanding.Confirmed } => now - hit.ShownAt >= ConfirmedKept,
        _ => now - hit.ShownAt >= Kept,
    };
}
