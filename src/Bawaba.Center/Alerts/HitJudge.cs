// Whether an entry and an activation order of the center stand behind a hit. Pure. Asked at intake for the instant of
// the comparison, and at the second look for now. Promises: a gate with an old list, or one that lies, cannot make
// the center keep the plate of somebody nobody looks for.
using Bawaba.Center.Mandates;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

internal static class HitJudge
{
    /// <summary>A coded word for what is missing; null when all stands.</summary>
    internal static string? FaultOf(WatchlistEntry? entry, ActivationOrder? order, GateId gate, PlateText? plate, DateTimeOffset at, bool isCandidate = false)
    {
        if (entry is null)
            return "entry-unknown";
        // Of an erased entry nobody can say any more whether it was this plate.
        if (!entry.IsActiveAt(at) || entry.Plate is null)
            return "entry-ended";
        if (plate is { } read && read != entry.Plate && !(isCandidate && DifferInOne(read.Key, entry.Plate.Value.Key)))
            return "plate-differs";
        if (order is null)
            return "mandate-unknown";
        if (!order.IsActiveAt(at))
            return "mandate-ended";
        if (!order.Gates.Contains(gate))
            return "mandate-elsewhere";
        return order.Categories.Contains(entry.Category, StringComparer.Ordinal) ? null : "mandate-for-other-categories";
    }

    // A candidate that a person called the same: one character, in its place, and no more.
    private static bool DifferInOne(string read, string wanted)
    {
        if (read.Length != wanted.Length)
            return false;
        var different = 0;
        for (var i = 0; i < read.Length; i++)
            different += read[i] == wanted[i] ? 0 : 1;
        return different == 1;
    }
}
