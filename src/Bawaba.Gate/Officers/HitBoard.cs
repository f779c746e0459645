// The hits of this gate that its officer has to see: put here by LaneDesk the moment they are made, road or no road.
// Promises: memory only; a hit leaves after 15 minutes, a confirmed one after an hour; an entry that was removed or expired
// is shown as ended; bounded.
using Bawaba.Contracts;
using Bawaba.Contracts.Officers;

namespace Bawaba.Gate.Officers;

internal sealed class HitBoard(TimeProvider time)
{
    /// <summary>As long as the center waits for the second look.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);
    internal static readonly TimeSpan ConfirmedKept = TimeSpan.FromHours(1);
    internal const int MaxHits = 50;
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
                _hits[key] = known with { Hit = hit, CropJpeg = pictures?.CropJpeg ?? known.CropJpeg };
                return;
            }
            Forget();
            if (_hits.Count >= MaxHits)
                _hits.Remove(_hits.MinBy(h => h.Value.ShownAt).Key);
            _hits[key] = new() { Hit = hit, Entry = entry, CropJpeg = pictures?.CropJpeg, ShownAt = time.GetUtcNow() };
        }
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
                _hits[key] = hit with { Standing = HitStanding.Ended };
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
        foreach (var (key, _) in _hits.Where(h => now - h.Value.ShownAt >= (h.Value.Standing == HitStanding.Confirmed ? ConfirmedKept : Kept)).ToList())
            _hits.Remove(key);
    }
}
