// Where gates reach the center. In one process a method call; between machines the body of an endpoint. Called by each
// gate's uplink. Promises: when DeliverAsync returns, the whole batch is on disk, each record once, its alerts raised
// in the same transaction; what changed is announced after the commit. A non-hit leaves counts alone: no plate comes.
// Another record under a used key is not stored and stays the gate's, which offers it again under a new epoch; a hit among
// such raises its alert at once.
using System.Data.Common;
using System.Globalization;
using Bawaba.Center.Alerts;
using Bawaba.Center.Audit;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Gates;
using Bawaba.Center.Health;
using Bawaba.Center.Live;
using Bawaba.Center.Officers;
using Bawaba.Center.Passages;
using Bawaba.Center.Storage;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;
using Bawaba.Contracts.Officers;

namespace Bawaba.Center.Intake;

internal sealed class CenterLink(
    CenterStore store, LiveAnnouncer announcer, GateRegistry registry, AlertIntake alerts, OfficerIntake officers, OrdersDesk orders, EntryDesk entries, GateBoard board,
    GateReports reports, ListKeys keys, AuditLog audit, CenterMetrics metrics, TimeProvider time) : ICenterLink
{
    private const int MaxCameras = 64;
    private const int MaxOfficers = 200;
    private const int MaxDecisions = 100;
    private static readonly TimeSpan DecisionsKept = TimeSpan.FromHours(1);

    public async Task<IntakeAck> DeliverAsync(IntakeBatch batch, CancellationToken cancellation)
    {
        Require(batch);
        // Outside the transaction: what is hashed may carry pictures.
        var hashes = batch.Records.Select(RecordHash.Of).ToArray();
        // Alerts, their pictures and their audit rows are the room's; counts and marks are the gate's alone.
        var held = new WriteLock(batch.Records.Any(r => r.Count is null), batch.Gate.Value);
        var (began, raised) = (time.GetTimestamp(), 0);
        var ack = await announcer.WriteAsync(held, connection => Take(connection, batch, hashes, out raised), cancellation);
        metrics.Took(batch.Gate, ack, raised, time.GetElapsedTime(began));
        return ack;
    }

    public async Task<GateOrders> GetOrdersAsync(GateId gate, CancellationToken cancellation)
    {
        var slice = orders.OrdersFor(gate);
        var since = time.GetUtcNow() - DecisionsKept;
        var (people, alerts, stopped) = await store.ReadAsync(
            connection => (OfficerSql.OfGate(connection, gate, MaxOfficers), AlertSql.OfGate(connection, gate, since, MaxDecisions), FalseHitSql.Stopped(connection, gate)),
            cancellation);
        return slice with { ListKey = await keys.OfAsync(gate, cancellation), Officers = people, Decisions = [.. alerts.Select(DecisionOn)], StoppedCameras = stopped, TakesFrames = true };
    }

    public async Task ReportAsync(GateReport report, CancellationToken cancellation)
    {
        if (report.Cameras.Count > MaxCameras)
            throw new ArgumentException($"a report speaks of at most {MaxCameras} cameras", nameof(report));
        if (!board.Take(report))
            return;
        await reports.ShareAsync(report, cancellation);
        if (report.Revived.Count > 0)
            await entries.LearnRemovedAsync(report.Gate, [.. report.Revived.Take(GateReport.MaxRevived)], cancellation);
    }

    private (IntakeAck Ack, IReadOnlyCollection<LiveHint> Hints) Take(DbConnection connection, IntakeBatch batch, long[] hashes, out int raised)
    {
        var (fresh, others) = Sort(connection, batch, hashes);
        // Hits first: a wide picture and an officer's look are about an alert. At most one alert an entry and passage: a hit
        // under a used key may come again.
        Alert[] changed =
        [
            .. alerts.Take(connection, batch.Gate, [.. fresh.Concat(others).Where(r => r.Hit is not null)]),
            .. fresh.Where(r => r.Act is not null).Select(r => officers.Take(connection, batch.Gate, r.RecordedAt, r.Act!)).OfType<Alert>(),
            .. fresh.Select(r => r.Frames).OfType<HitFrames>().Select(frames => FrameIntake.Take(connection, batch.Gate, frames)).OfType<Alert>(),
            .. fresh.Select(r => r.Overview).OfType<HitOverview>().Select(overview => AlertIntake.TakeOverview(connection, batch.Gate, overview)).OfType<Alert>(),
        ];
        raised = changed.Count(a => a is { Version: 1, State: AlertState.Raised });
        var counts = fresh.Where(r => r.Count is not null).CountBy(r => CountKey.Of(r.Count!)).ToList();
        CountSql.Add(connection, batch.Gate, counts);
        if (fresh.Count(r => r.IsGivenUp) is > 0 and var given)
            audit.Append(connection, new(AuditAct.GatePicturesGivenUp, AuditActor.System, batch.Gate.Value, string.Create(CultureInfo.InvariantCulture, $"pictures={given}")));
        if (others.Count > 0)
            audit.Append(connection, new(AuditAct.GateKeysReused, AuditActor.System, batch.Gate.Value, DetailOf(others)));
        var hints = changed.DistinctBy(a => (a.Id, a.Version)).Select(AlertFeed.HintOf).ToList();
        if (counts.Count > 0)
            hints.Add(new(LiveKind.Counts, batch.Gate.Value));
        var ack = new IntakeAck(fresh.Count, batch.Records.Count - fresh.Count - others.Count);
        return (others.Count == 0 ? ack : ack with { UnderUsedKeys = [.. others.Select(r => r.Key.Sequence)] }, hints);
    }

    /// <summary>The records to be stored, and those that are not what came under their key before.</summary>
    private (List<GateRecord> Fresh, List<GateRecord> Others) Sort(DbConnection connection, IntakeBatch batch, long[] hashes)
    {
        var (fresh, others) = (new List<GateRecord>(), new List<GateRecord>());
        foreach (var epoch in batch.Records.Zip(hashes).GroupBy(r => r.First.Key.Epoch))
        {
            var sequences = epoch.Select(r => r.First.Key.Sequence).ToList();
            var kept = KeptHashes.Read(connection, batch.Gate, epoch.Key, sequences);
            var free = DeliveryMarks.Take(connection, batch.Gate, epoch.Key, batch.After, sequences);
            foreach (var (record, hash) in epoch)
            {
                // Remove says true once: a sequence twice in one batch counts once.
                if (free.Remove(record.Key.Sequence))
                {
                    fresh.Add(record);
                    kept.Put(record.Key.Sequence, hash);
                }
                // A wide picture whose answer was lost may have been given up since: there is nothing in it to lose.
                else if (!record.IsGivenUp && kept.IsAnother(record.Key.Sequence, hash))
                {
                    others.Add(record);
                }
            }
            kept.Write(connection, time.GetUtcNow());
        }
        return (fresh, others);
    }

    private static string DetailOf(List<GateRecord> others) => string.Create(
        CultureInfo.InvariantCulture,
        $"epoch={others[0].Key.Epoch} first={others.Min(r => r.Key.Sequence)} records={others.Count} hits={others.Count(r => r.Hit is not null)}");

    private static HitDecision DecisionOn(Alert alert) => new(alert.Entry.Id, alert.Passage, alert switch
    {
        { IsUndecided: true } => HitStanding.Undecided,
        { State: AlertState.Confirmed } => HitStanding.Confirmed,
        _ => HitStanding.Ended,
    });

    private static int Bodies(GateRecord record) =>
        (record.Count is null ? 0 : 1) + (record.Hit is null ? 0 : 1) + (record.Overview is null ? 0 : 1) + (record.Act is null ? 0 : 1)
        + (record.Frames is null ? 0 : 1) + (record.IsGivenUp ? 1 : 0);

    private void Require(IntakeBatch batch)
    {
        if (batch.Records.Count > IntakeBatch.MaxRecords)
            throw new ArgumentException($"a batch has at most {IntakeBatch.MaxRecords} records", nameof(batch));
        if (registry.Registered(batch.Gate) is null)
            throw new ArgumentException($"gate '{batch.Gate}' is not registered", nameof(batch));
        foreach (var record in batch.Records)
        {
            if (record.Key.Gate != batch.Gate || record.Key.Sequence <= Math.Max(0, batch.After) || Bodies(record) != 1)
                throw new ArgumentException($"record {record.Key.Sequence} is not of this gate, or not exactly one of count, hit, overview, frames and act", nameof(batch));
        }
    }
}
