// Whose approvals this gate believes, and which entries it has seen taken off: kept on its own disk. Every list passes through
// here before it is compared with. Promises: without a pinned key ring nothing is compared; a ring is exchanged for another only
// as RingCheck allows, whatever the center says; an entry that was taken off does not come back before its own end, also from a
// center that has forgotten.
using System.Text.Json;
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;
using Bawaba.Contracts.Enrolment;
using Bawaba.Proof.Approvals;
using Microsoft.Extensions.Logging;

namespace Bawaba.Gate.Approvals;

internal sealed partial class ApproverBook
{
    // Kept by number, not by age: a clock that was wrong once would forget them.
    private const int MaxRemovals = 20_000;
    private const int MaxSpans = 500;
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly OrdersCheck _check;
    private KnownApprovers _known;
    private GateOrders? _seen;
    private GateOrders? _believed;

    internal ApproverBook(GateId gate, string path, TimeProvider time, ILogger logger)
    {
        _path = path;
        _time = time;
        _logger = logger;
        _check = new(gate);
        _known = Read();
    }

    /// <summary>The ring pinned here; null before the first came.</summary>
    internal KeyRing? Ring => _known.Ring;

    /// <summary>Coded words for what was refused of the orders in force, each once; empty when all was believed.</summary>
    internal IReadOnlyList<string> Refused { get; private set; } = [];

    /// <summary>Entries the center sends although they were taken off: it has forgotten, and is told.</summary>
    internal IReadOnlyList<EntryId> Revived { get; private set; } = [];

    /// <summary>What of the orders may be compared with. Called by the uplink alone, one call at a time.</summary>
    internal GateOrders Believe(GateOrders orders)
    {
        // Orders come every second and are nearly always the same lists.
        if (_seen is { } seen && _believed is { } before && IsSame(seen, orders))
            return before with { IssuedAt = orders.IssuedAt, Officers = orders.Officers, Decisions = orders.Decisions, StoppedCameras = orders.StoppedCameras };
        var faults = new List<string>();
        Pin(orders, faults);
        Remember(orders.Removed);
        var (activations, entries, refused) = _known.Ring is { } ring
            ? _check.Approved(orders, ring, _time.GetUtcNow())
            : ([], [], orders.Entries.Count + orders.Activations.Count > 0 ? ["no-key-ring"] : []);
        IReadOnlyList<KeepingSlice> keeping = [];
        if (_known.Ring is { } believed)
        {
            (keeping, var refusedKeeping) = _check.ApprovedKeeping(orders, activations, _known.Kept, believed, _time.GetUtcNow());
            refused = [.. refused, .. refusedKeeping];
            RememberKept(orders, keeping);
        }
        var forgotten = _known.Removed.Select(r => r.Entry).ToHashSet();
        Revived = [.. entries.Where(e => forgotten.Contains(e.Id)).Select(e => e.Id).Take(GateReport.MaxRevived)];
        Refused = [.. faults.Concat(refused).Concat(Revived.Count > 0 ? ["entry-removed-before"] : []).Distinct(StringComparer.Ordinal)];
        if (Refused.Count > 0)
            LogRefused(_logger, string.Join(", ", Refused), refused.Count);
        // With a clock that is behind, approvals seem to come from the future: they are looked at again until it is right.
        _seen = orders.Sheets.Any(s => OrdersCheck.IsFromTheFuture(s, _time.GetUtcNow())) ? null : orders;
        _believed = orders with { Activations = activations, Keeping = keeping, Entries = [.. entries.Where(e => !forgotten.Contains(e.Id))] };
        return _believed;
    }

    private static bool IsSame(GateOrders a, GateOrders b) =>
        a.Version == b.Version && ReferenceEquals(a.Entries, b.Entries) && ReferenceEquals(a.Activations, b.Activations) && ReferenceEquals(a.Keeping, b.Keeping)
        && ReferenceEquals(a.Sheets, b.Sheets) && ReferenceEquals(a.Ring, b.Ring);

    private void Pin(GateOrders orders, List<string> faults)
    {
        if (orders.Ring is not { } offered)
            return;
        if (_known.Ring is not { } pinned)
        {
            if (RingCheck.FaultOf(offered) is not null)
                faults.Add("key-ring-unfit");
            else
                Keep(_known with { Ring = offered });
            return;
        }
        foreach (var next in orders.RingsBefore.Append(offered).Where(r => r.Number > pinned.Number).OrderBy(r => r.Number))
        {
            if (RingCheck.FaultOf(next, pinned) is { } fault)
            {
                LogRingRefused(_logger, next.Number, fault);
                faults.Add("key-ring-not-agreed");
                return;
            }
            pinned = next;
        }
        if (pinned.Number != offered.Number || !Leaf.Of(pinned).AsSpan().SequenceEqual(Leaf.Of(offered)))
            faults.Add("key-ring-another");
        if (pinned != _known.Ring)
            Keep(_known with { Ring = pinned });
    }

    private void Remember(IReadOnlyList<EntryId> removed)
    {
        var known = _known.Removed.Select(r => r.Entry).ToHashSet();
        var fresh = removed.Where(known.Add).ToArray();
        if (fresh.Length == 0)
            return;
        var now = _time.GetUtcNow();
        Keep(_known with
        {
            Removed = [.. _known.Removed.Concat(fresh.Select(e => new RemovedEntry(e, now))).TakeLast(MaxRemovals)],
        });
    }

    // An order that is sent no more has ended: it counts until now. What this gate was never sent, it cannot count.
    private void RememberKept(GateOrders orders, IReadOnlyList<KeepingSlice> keeping)
    {
        var now = _time.GetUtcNow();
        var sent = orders.Keeping.Select(k => k.Id).ToHashSet();
        var spans = _known.Kept.Where(s => now - s.UntilAt < KeepingLimits.Window && keeping.All(k => k.Id != s.Order))
            .Select(s => sent.Contains(s.Order) || s.UntilAt <= now ? s : s with { UntilAt = s.FromAt > now ? s.FromAt : now })
            .Concat(keeping.Where(k => k.Kind == OrderKind.Retention).Select(k => new RetentionSpan(k.Id, k.FromAt, k.UntilAt)))
            .TakeLast(MaxSpans).ToArray();
        if (!spans.SequenceEqual(_known.Kept))
            Keep(_known with { Kept = spans });
    }

    // What cannot be written counts all the same: a removal does not wait for a disk with room.
    private void Keep(KnownApprovers known)
    {
        _known = known;
        try
        {
            PrivateFile.Write(_path, JsonSerializer.Serialize(known, ApproverJson.Default.KnownApprovers), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotKept(_logger, e);
        }
    }

    // A damaged file is not a first start: a gate that forgot its approvers would believe the next ring it is given.
    private KnownApprovers Read()
    {
        if (!File.Exists(_path))
            return new();
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(_path), ApproverJson.Default.KnownApprovers) ?? throw new InvalidDataException($"{_path} is empty");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{_path} is damaged; enrol this computer anew", e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Of the center's orders this gate does not believe: {Words} ({Count} in all)")]
    private static partial void LogRefused(ILogger logger, string words, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Approvers and removals cannot be written down; they count until this computer is started again")]
    private static partial void LogNotKept(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The key ring {Number} is not taken: {Why}")]
    private static partial void LogRingRefused(ILogger logger, int number, string why);
}
