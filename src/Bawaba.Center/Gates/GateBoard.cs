// The last heartbeat of each gate, in memory only. Intake puts reports in, GateDesk reads states, GateClock asks who
// fell silent. Promises: at most one report a registered gate is held, and a change worth a screen's while is announced.
using System.Collections.Concurrent;
using Bawaba.Center.Live;
using Bawaba.Contracts;

namespace Bawaba.Center.Gates;

internal sealed class GateBoard(GateRegistry registry, LiveFeed feed, TimeProvider time)
{
    internal static readonly TimeSpan UnheardAfter = TimeSpan.FromSeconds(5);

    /// <summary>From here on it is a technical alarm.</summary>
    internal static readonly TimeSpan CutOffAfter = TimeSpan.FromSeconds(30);

    // Frame times and rates move with every report; screens see them at this pace.
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<GateId, Heard> _heard = new();
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    internal CutOffBook CutOffs { get; } = new();

    /// <summary>False for a gate nobody registered.</summary>
    internal bool Take(GateReport report)
    {
        if (registry.Registered(report.Gate) is null)
            return false;
        var now = time.GetUtcNow();
        _heard.TryGetValue(report.Gate, out var before);
        var announce = before is null || before.Silent || now - before.AnnouncedAt >= RefreshEvery || Differs(before.Report, report);
        _heard[report.Gate] = new(report, now, announce ? now : before!.AnnouncedAt, Silent: false);
        CutOffs.End(report.Gate, now);
        if (announce)
            feed.Announce(LiveKind.Gate, report.Gate.Value);
        return true;
    }

    /// <summary>Announces gates that have fallen silent since the last call.</summary>
    internal void AnnounceSilent()
    {
        var now = time.GetUtcNow();
        foreach (var (gate, heard) in _heard)
        {
            if (heard.Silent || now - heard.At <= UnheardAfter || !_heard.TryUpdate(gate, heard with { Silent = true }, heard))
                continue;
            feed.Announce(LiveKind.Gate, gate.Value);
        }
        foreach (var gate in registry.All)
        {
            var heardAt = _heard.TryGetValue(gate.Id, out var last) ? last.At : (DateTimeOffset?)null;
            if (now - (heardAt ?? _startedAt) > CutOffAfter && CutOffs.Begin(gate.Id, heardAt, now))
                feed.Announce(LiveKind.Gate, gate.Id.Value);
        }
    }

    /// <summary>False when the gate is not cut off.</summary>
    internal bool AcknowledgeCutOff(GateId gate, string by)
    {
        if (!CutOffs.Acknowledge(gate, by))
            return false;
        feed.Announce(LiveKind.Gate, gate.Value);
        return true;
    }

    internal GateState StateOf(Gate gate)
    {
        if (!_heard.TryGetValue(gate.Id, out var heard))
            return new() { Gate = gate.Id, Unheard = true, CutOff = CutOffs.IsCutOff(gate.Id), CutOffSeenBy = CutOffs.SeenBy(gate.Id), Cameras = gate.Cameras.Select(c => StateOf(c, null, unheard: true)).ToArray() };
        var unheard = time.GetUtcNow() - heard.At > UnheardAfter;
        var reports = heard.Report.Cameras.GroupBy(c => c.Camera).ToDictionary(g => g.Key, g => g.First());
        return new()
        {
            Gate = gate.Id,
            HeardAt = heard.At,
            Unheard = unheard,
            CutOff = CutOffs.IsCutOff(gate.Id),
            CutOffSeenBy = CutOffs.SeenBy(gate.Id),
            Comparing = heard.Report.Comparing && !unheard,
            OrdersVersion = heard.Report.OrdersVersion,
            ListIssuedAt = heard.Report.ListIssuedAt,
            ListIsStale = heard.Report.ListIsStale,
            OrdersRefused = heard.Report.OrdersRefused,
            OutboxPending = heard.Report.OutboxPending,
            OutboxFault = heard.Report.OutboxFault,
            PicturesGivenUp = heard.Report.PicturesGivenUp,
            KeysUsedBeforeAt = heard.Report.KeysUsedBeforeAt,
            Cameras = gate.Cameras.Select(c => StateOf(c, reports.GetValueOrDefault(c.Id), unheard)).ToArray(),
        };
    }

    private static CameraState StateOf(Camera camera, CameraReport? report, bool unheard) => new()
    {
        Camera = camera.Id,
        Lane = camera.Lane,
        Simulated = report?.Simulated ?? camera.Simulated,
        Phase = unheard ? null : report?.Phase,
        ReasonCode = report?.ReasonCode ?? "",
        Detail = report?.Detail ?? "",
        SinceAt = report?.SinceAt,
        LastFrameAt = report?.LastFrameAt,
        FramesPerSecond = unheard ? 0 : report?.FramesPerSecond ?? 0,
        Picture = unheard ? null : report?.Picture,
        DroppedFrames = report?.DroppedFrames ?? 0,
    };

    private static bool Differs(GateReport a, GateReport b) =>
        a.Comparing != b.Comparing || a.OrdersVersion != b.OrdersVersion || a.OutboxFault != b.OutboxFault
        || a.PicturesGivenUp != b.PicturesGivenUp
        || a.ListIsStale != b.ListIsStale || !a.OrdersRefused.SequenceEqual(b.OrdersRefused)
        || a.KeysUsedBeforeAt != b.KeysUsedBeforeAt
        || a.Cameras.Count != b.Cameras.Count
        || a.Cameras.Zip(b.Cameras).Any(p =>
            p.First.Camera != p.Second.Camera || p.First.Phase != p.Second.Phase || p.First.ReasonCode != p.Second.ReasonCode
            || p.First.Picture?.State != p.Second.Picture?.State);

    private sealed record Heard(GateReport Report, DateTimeOffset At, DateTimeOffset AnnouncedAt, bool Silent);
}
