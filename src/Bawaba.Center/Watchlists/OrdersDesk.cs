// What a gate is told to do: its activation slices and the list slice they allow. Asked by each gate every second.
// Promises: no active order, no entry; a slice holds only categories an active order of that gate names; the version
// grows whenever the content differs, over restarts too; an unchanged answer costs microseconds.
using System.Collections.Concurrent;
using Bawaba.Center.Mandates;
using Bawaba.Center.Gates;
using Bawaba.Contracts;

namespace Bawaba.Center.Watchlists;

internal sealed class OrdersDesk(GateRegistry registry, MandateBook mandates, WatchlistBook watchlist, TimeProvider time)
{
    private readonly ConcurrentDictionary<GateId, Slice> _slices = new();

    internal GateOrders OrdersFor(GateId gate)
    {
        if (registry.Find(gate) is not { } found)
            throw new ArgumentException($"gate '{gate}' is not registered", nameof(gate));
        var now = time.GetUtcNow();
        var slice = _slices.AddOrUpdate(
            gate,
            _ => Compute(found, now, previous: null),
            (_, previous) => previous.Holds(mandates.Version, watchlist.Version, found, now) ? previous : Compute(found, now, previous));
        return new() { Version = slice.Version, IssuedAt = now, Activations = slice.Activations, Entries = slice.Entries };
    }

    private Slice Compute(Gate gate, DateTimeOffset now, Slice? previous)
    {
        var (mandatesVersion, listVersion) = (mandates.Version, watchlist.Version);
        var mine = gate.RetiredAt is null ? mandates.Orders.Where(o => o.Gates.Contains(gate.Id)).ToArray() : [];
        var active = mine.Where(o => o.IsActiveAt(now)).ToArray();
        var categories = active.SelectMany(o => o.Categories).ToHashSet(StringComparer.Ordinal);
        var listed = watchlist.Entries.Where(e => categories.Contains(e.Category)).ToArray();
        // The next instant at which the same books say something else.
        var until = mine.SelectMany(o => new[] { o.FromAt, o.UntilAt })
            .Concat(listed.SelectMany(e => new[] { e.ApprovedAt, e.ExpiresAt }))
            .Where(at => at > now).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        return new()
        {
            Gate = gate,
            MandatesVersion = mandatesVersion,
            ListVersion = listVersion,
            Until = until,
            // Microseconds since 1970: above every version given out before a restart.
            Version = Math.Max((previous?.Version ?? 0) + 1, Storage.Micros.Of(now)),
            Activations = active.Select(o => new ActivationSlice
            {
                Id = o.Id,
                FromAt = o.FromAt,
                UntilAt = o.UntilAt,
                Categories = o.Categories,
            }).ToArray(),
            Entries = listed.Where(e => e.IsActiveAt(now)).Select(ToListEntry).ToArray(),
        };
    }

    private static ListEntry ToListEntry(WatchlistEntry entry) => new()
    {
        Id = entry.Id,
        Plate = entry.Plate,
        Category = entry.Category,
        PermittedAction = entry.PermittedAction,
        ExpiresAt = entry.ExpiresAt,
        Vehicle = entry.Vehicle,
        Colour = entry.Colour,
    };

    private sealed record Slice
    {
        public required Gate Gate { get; init; }

        public required long MandatesVersion { get; init; }

        public required long ListVersion { get; init; }

        public required DateTimeOffset Until { get; init; }

        public required long Version { get; init; }

        public required IReadOnlyList<ActivationSlice> Activations { get; init; }

        public required IReadOnlyList<ListEntry> Entries { get; init; }

        internal bool Holds(long mandates, long list, Gate gate, DateTimeOffset now) =>
            mandates == MandatesVersion && list == ListVersion && ReferenceEquals(gate, Gate) && now < Until;
    }
}
