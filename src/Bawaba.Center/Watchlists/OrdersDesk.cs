// What a gate is told to do: its activation slices and the list slice they allow, with the approvals both rest on. Asked by each
// gate every second. Promises: no active order, no entry; a slice holds only categories an active order of that gate names; the
// version grows whenever the content differs, over restarts too; an unchanged answer costs microseconds. A gate checks all of it.
using System.Collections.Concurrent;
using Bawaba.Center.Approvals;
using Bawaba.Center.Gates;
using Bawaba.Center.Mandates;
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;

namespace Bawaba.Center.Watchlists;

internal sealed class OrdersDesk(GateRegistry registry, RingBook rings, MandateBook mandates, WatchlistBook watchlist, TimeProvider time)
{
    private readonly ConcurrentDictionary<GateId, Slice> _slices = new();

    internal GateOrders OrdersFor(GateId gate)
    {
        if (registry.Registered(gate) is not { } found)
            throw new ArgumentException($"gate '{gate}' is not registered", nameof(gate));
        var now = time.GetUtcNow();
        var slice = _slices.AddOrUpdate(
            gate,
            _ => Compute(found, now, previous: null),
            (_, previous) => previous.Holds(Books, found, now) ? previous : Compute(found, now, previous));
        return slice.Orders with { IssuedAt = now };
    }

    private (KeyRing? Ring, long Mandates, long List) Books => (rings.Current, mandates.Version, watchlist.Version);

    private Slice Compute(Gate gate, DateTimeOffset now, Slice? previous)
    {
        var books = Books;
        var mine = gate.RetiredAt is null ? mandates.All.Where(o => o.Gates.Contains(gate.Id)).ToArray() : [];
        // Hours open and close an order many times; a gate keeps them itself, so that the list need not travel twice a day.
        var inForce = mine.Where(o => (o with { Hours = null }).IsActiveAt(now)).ToArray();
        var active = inForce.Where(o => o.Kind == OrderKind.Activation).ToArray();
        var categories = active.SelectMany(o => o.Categories).ToHashSet(StringComparer.Ordinal);
        var listed = watchlist.HeldSince is null
            ? watchlist.All.Where(e => categories.Contains(e.Category) && IsFor(e, gate)).ToArray()
            : [];
        var entries = listed.Where(e => e.IsActiveAt(now)).Take(GateOrders.MaxEntries).ToArray();
        // The next instant at which the same books say something else.
        var until = mine.SelectMany(o => new[] { o.FromAt, o.UntilAt })
            .Concat(listed.SelectMany(e => new[] { e.ApprovedAt, e.ExpiresAt }))
            .Where(at => at > now).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        return new(gate, books, until, new()
        {
            // Microseconds since 1970: above every version given out before a restart.
            Version = Math.Max((previous?.Orders.Version ?? 0) + 1, Storage.Micros.Of(now)),
            IssuedAt = now,
            Activations = [.. active.Select(OrderLeaf.ToSlice)],
            Keeping = [.. inForce.Where(o => o.Kind != OrderKind.Activation).Take(GateOrders.MaxKeeping).Select(OrderLeaf.ToKeeping)],
            Entries = [.. entries.Select(EntryLeaf.ToListEntry)],
            Ring = books.Ring,
            RingsBefore = rings.All.Count > 1 ? [.. rings.All.SkipLast(1)] : [],
            Sheets = SheetsOf(inForce, entries),
            Removed = [.. watchlist.All.Where(e => e.State is EntryState.Removed && e.Sheet is not null && now < e.ExpiresAt).Select(e => e.Id)],
        });
    }

    // A directorate's entry goes to its own gates and to those that are common: another's people do not come to know of it by a hit.
    private static bool IsFor(WatchlistEntry entry, Gate gate) =>
        (entry.Gates.Count == 0 || entry.Gates.Contains(gate.Id)) && (entry.Directorate is null || gate.Directorate is null || entry.Directorate == gate.Directorate);

    private ApprovalSheet[] SheetsOf(ActivationOrder[] orders, WatchlistEntry[] entries) =>
    [
        .. orders.Select(o => mandates.Sheet(o.Sheet)).Concat(entries.Select(e => watchlist.Sheet(e.Sheet)))
            .OfType<ApprovalSheet>().DistinctBy(s => s.Id, StringComparer.Ordinal),
    ];

    private sealed record Slice(Gate Gate, (KeyRing? Ring, long Mandates, long List) Books, DateTimeOffset Until, GateOrders Orders)
    {
        internal bool Holds((KeyRing? Ring, long Mandates, long List) books, Gate gate, DateTimeOffset now) =>
            books == Books && ReferenceEquals(gate, Gate) && now < Until;
    }
}
