// What has changed between two versions of a gate's orders: a removal or one new entry is a few hundred bytes on a road that would
// take minutes for the list. Made by the center's door for gates, applied by a gate's end of the road.
using Bawaba.Contracts.Approvals;

namespace Bawaba.Contracts;

/// <summary>A gate's orders, as the difference to an earlier version of them.</summary>
public sealed record OrdersDelta
{
    /// <summary>The version it is the difference to.</summary>
    public required long From { get; init; }

    /// <summary>
    /// As they are now, but of entries, approvals and removals only those that are new or have changed; of rings none where
    /// <see cref="SameRing"/>.
    /// </summary>
    public required GateOrders Orders { get; init; }

    /// <summary>Entries that are in force no more.</summary>
    public IReadOnlyList<EntryId> GoneEntries { get => field ?? []; init; }

    /// <summary>Approvals that nothing points to any more.</summary>
    public IReadOnlyList<string> GoneSheets { get => field ?? []; init; }

    /// <summary>Removals that the center names no more.</summary>
    public IReadOnlyList<EntryId> GoneRemoved { get => field ?? []; init; }

    public bool SameRing { get; init; }

    /// <summary>How many entries the orders have once it is applied.</summary>
    public required int Entries { get; init; }

    /// <summary>How many approvals.</summary>
    public required int Sheets { get; init; }

    /// <summary>From one version to another.</summary>
    public static OrdersDelta Between(GateOrders from, GateOrders to)
    {
        var before = from.Entries.DistinctBy(e => e.Id).ToDictionary(e => e.Id);
        var now = to.Entries.Select(e => e.Id).ToHashSet();
        var sheetsBefore = from.Sheets.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var sheetsNow = to.Sheets.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var sameRing = ReferenceEquals(from.Ring, to.Ring) && from.RingsBefore.Count == to.RingsBefore.Count;
        return new()
        {
            From = from.Version,
            Orders = to with
            {
                Entries = [.. to.Entries.Where(e => !before.TryGetValue(e.Id, out var old) || !AreSame(old, e))],
                Sheets = [.. to.Sheets.Where(s => !sheetsBefore.Contains(s.Id))],
                Removed = [.. to.Removed.Except(from.Removed)],
                Ring = sameRing ? null : to.Ring,
                RingsBefore = sameRing ? [] : to.RingsBefore,
            },
            GoneEntries = [.. from.Entries.Select(e => e.Id).Where(id => !now.Contains(id))],
            GoneSheets = [.. sheetsBefore.Where(id => !sheetsNow.Contains(id))],
            GoneRemoved = [.. from.Removed.Except(to.Removed)],
            SameRing = sameRing,
            Entries = to.Entries.Count,
            Sheets = to.Sheets.Count,
        };
    }

    /// <summary>The orders as they are now.</summary>
    /// <param name="from">The version it is the difference to.</param>
    /// <exception cref="InvalidDataException">It is the difference to something else.</exception>
    public GateOrders Apply(GateOrders from)
    {
        if (from.Version != From)
            throw new InvalidDataException($"a difference to version {From} does not fit version {from.Version}");
        var gone = GoneEntries.Concat(Orders.Entries.Select(e => e.Id)).ToHashSet();
        var goneSheets = GoneSheets.Concat(Orders.Sheets.Select(s => s.Id)).ToHashSet(StringComparer.Ordinal);
        var orders = Orders with
        {
            Entries = [.. from.Entries.Where(e => !gone.Contains(e.Id)), .. Orders.Entries],
            Sheets = [.. from.Sheets.Where(s => !goneSheets.Contains(s.Id)), .. Orders.Sheets],
            Removed = [.. from.Removed.Except(GoneRemoved).Concat(Orders.Removed).Distinct()],
            Ring = SameRing ? from.Ring : Orders.Ring,
            RingsBefore = SameRing ? from.RingsBefore : Orders.RingsBefore,
        };
        return orders.Entries.Count == Entries && orders.Sheets.Count == Sheets
            ? orders
            : throw new InvalidDataException($"after the difference to version {From} there are {orders.Entries.Count} entries and {orders.Sheets.Count} approvals, not {Entries} and {Sheets}");
    }

    // A record with a list in it is not compared by what is in the list.
    private static bool AreSame(ListEntry a, ListEntry b) =>
        a == b || (a with { Origin = null } == b with { Origin = null } && AreSame(a.Origin, b.Origin));

    private static bool AreSame(EntryOrigin? a, EntryOrigin? b) =>
        a is null || b is null ? a == b : a with { Gates = b.Gates } == b && a.Gates.SequenceEqual(b.Gates);
}
