// Compares a passage's plate with the list slice that an active mandate allows. Called once a passage by LaneDesk.
// Promises: no active mandate, a stale list or an expired entry ⇒ no comparison comes true, whatever else is broken;
// expiry is decided here, at the instant of the comparison, not by whoever cleans up.
using System.Collections.Frozen;
using Bawaba.Contracts;

namespace Bawaba.Gate.Matching;

/// <summary>The gate's list and mandates, held in memory only.</summary>
public sealed class GateMatcher(TimeProvider time)
{
    /// <summary>A list slice older than this is not matched (02-law).</summary>
    public static readonly TimeSpan MaxListAge = TimeSpan.FromHours(24);

    private readonly TrustedTime _clock = new(time);
    private volatile Holding _holding = Holding.Nothing;

    /// <summary>Version of the orders in force; 0 before the first came.</summary>
    public long OrdersVersion => _holding.Orders?.Version ?? 0;

    /// <summary>True when some activation order lets this gate compare now.</summary>
    public bool Comparing
    {
        get
        {
            var holding = _holding;
            var now = time.GetUtcNow();
            return IsFresh(holding, now) && holding.Orders!.Activations.Any(a => a.HoldsAt(now));
        }
    }

    /// <summary>True when the list is too old to be compared with, or the time cannot be trusted: the gate says so.</summary>
    public bool ListIsStale => _holding is { Orders: not null } holding && !IsFresh(holding, time.GetUtcNow());

    /// <summary>False until the center confirmed the time after a start, and after this computer's clock was set: nothing is compared.</summary>
    public bool TimeIsTrusted => _clock.IsTrusted;

    /// <summary>The activation orders in force at this instant, and until when each is.</summary>
    public IReadOnlyList<ActivationSlice> Mandates
    {
        get
        {
            var now = time.GetUtcNow();
            return _holding.Orders is { } orders ? [.. orders.Activations.Where(a => a.HoldsAt(now))] : [];
        }
    }

    /// <summary>
    /// Retention and recording orders that hold at this instant, under the same rules of time and age as comparing. What they let a gate
    /// keep is sealed before it is kept: until that is built nothing is.
    /// </summary>
    public IReadOnlyList<KeepingSlice> KeepingNow
    {
        get
        {
            var holding = _holding;
            var now = time.GetUtcNow();
            return IsFresh(holding, now) ? [.. holding.Orders!.Keeping.Where(k => k.HoldsAt(now))] : [];
        }
    }

    /// <summary>When the center last confirmed the list (UTC); null before it ever did.</summary>
    public DateTimeOffset? ListIssuedAt => _holding.Orders?.IssuedAt;

    /// <summary>The center these orders are of takes further pictures of hits.</summary>
    internal bool CenterTakesFrames => _holding.Orders?.TakesFrames == true;

    /// <summary>An entry of the slice; null when it is not on it. Looks through the list: for hits, which are few.</summary>
    public ListEntry? Find(EntryId entry) => _holding.Orders?.Entries.FirstOrDefault(e => e.Id == entry);

    /// <summary>
    /// Replaces everything at once; a comparison under way ends with what it began with. Throws
    /// <see cref="InvalidDataException"/> on a longer list than a gate may hold, and keeps the one before.
    /// </summary>
    public void Accept(GateOrders orders)
    {
        Require(orders);
        _clock.Confirm(orders.IssuedAt);
        _holding = _holding.With(orders);
    }

    /// <summary>The same for a list that was kept here or carried here: it is as old as it is, and says nothing of the time.</summary>
    internal void AcceptKept(GateOrders orders)
    {
        Require(orders);
        _holding = _holding.With(orders);
    }

    /// <summary>Two people said that this computer's clock is right; the caller knows who.</summary>
    internal void AttestTime() => _clock.Attest();

    private static void Require(GateOrders orders)
    {
        if (orders.Entries.Count > GateOrders.MaxEntries)
            throw new InvalidDataException($"The list slice has {orders.Entries.Count} entries; a gate holds at most {GateOrders.MaxEntries}.");
    }

    /// <summary>The hits of a passage: usually none, seldom one, more when two entries name one plate.</summary>
    public IReadOnlyList<Hit> Match(Passage passage, int revision, DateTimeOffset capturedAt)
    {
        var holding = _holding;
        var now = time.GetUtcNow();
        if (passage.Plate is not { } plate || !Compares(holding, passage, now))
            return [];
        List<Hit>? hits = null;
        Find(holding, passage, plate.Key, revision, capturedAt, now, ref hits);
        return hits ?? (IReadOnlyList<Hit>)[];
    }

    /// <summary>
    /// Entries whose plate is one of the variants of the passage's: questions for a person at the gate, hits only when that person says
    /// "same", and until then in memory alone. Under the same rules as <see cref="Match"/>.
    /// </summary>
    public IReadOnlyList<Hit> Candidates(Passage passage, IReadOnlyList<PlateText> variants, int revision, DateTimeOffset capturedAt)
    {
        var holding = _holding;
        var now = time.GetUtcNow();
        if (variants.Count == 0 || passage.Plate is null || !Compares(holding, passage, now))
            return [];
        List<Hit>? found = null;
        foreach (var variant in variants)
            Find(holding, passage, variant.Key, revision, capturedAt, now, ref found);
        return found is null ? [] : [.. found.Select(hit => hit with { Candidate = true })];
    }

    private bool Compares(Holding holding, Passage passage, DateTimeOffset now) =>
        holding.Orders?.StoppedCameras.Contains(passage.Camera) != true && IsFresh(holding, now);

    private static void Find(Holding holding, Passage passage, string key, int revision, DateTimeOffset capturedAt, DateTimeOffset now, ref List<Hit>? hits)
    {
        if (!holding.ByPlate.TryGetValue(key, out var entries))
            return;
        foreach (var entry in entries)
        {
            if (now < entry.ExpiresAt && Mandate(holding.Orders!, entry, now) is { } mandate)
                (hits ??= []).Add(ToHit(passage, passage.Plate!.Value, entry, mandate, revision, capturedAt, now));
        }
    }

    private bool IsFresh(Holding holding, DateTimeOffset now) =>
        _clock.IsTrusted && holding.Orders is { } orders && now - orders.IssuedAt <= MaxListAge && orders.IssuedAt - now <= TrustedTime.MostOff;

    private static ActivationSlice? Mandate(GateOrders orders, ListEntry entry, DateTimeOffset now)
    {
        foreach (var activation in orders.Activations)
        {
            if (activation.HoldsAt(now) && activation.Categories.Contains(entry.Category, StringComparer.Ordinal))
                return activation;
        }
        return null;
    }

    private static Hit ToHit(Passage passage, PlateText plate, ListEntry entry, ActivationSlice mandate, int revision, DateTimeOffset capturedAt, DateTimeOffset now) => new()
    {
        Passage = passage.Id,
        Entry = entry.Id,
        Mandate = mandate.Id,
        Camera = passage.Camera,
        Lane = passage.Lane,
        Direction = passage.Direction,
        Vehicle = passage.Vehicle,
        Plate = plate,
        Confidence = passage.Confidence,
        PassedAt = passage.CommittedAt,
        CapturedAt = capturedAt,
        MatchedAt = now,
        Revision = revision,
    };

    private sealed class Holding
    {
        internal static readonly Holding Nothing = new(null, FrozenDictionary<string, ListEntry[]>.Empty);

        private Holding(GateOrders? orders, FrozenDictionary<string, ListEntry[]> byPlate)
        {
            Orders = orders;
            ByPlate = byPlate;
        }

        internal GateOrders? Orders { get; }

        internal FrozenDictionary<string, ListEntry[]> ByPlate { get; }

        // Orders come every second and are nearly always the same: the table is built when the list has changed.
        internal Holding With(GateOrders orders) =>
            new(orders, Orders is not null && (ReferenceEquals(Orders.Entries, orders.Entries) || Orders.Entries.SequenceEqual(orders.Entries)) ? ByPlate : TableOf(orders.Entries));

        private static FrozenDictionary<string, ListEntry[]> TableOf(IReadOnlyList<ListEntry> entries) =>
            entries.GroupBy(e => e.Plate.Key, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }
}
