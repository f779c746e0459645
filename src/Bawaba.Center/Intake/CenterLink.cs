// Where gates reach the center. In one process a method call; between machines the body of an endpoint. Called by each
// gate's uplink. Promises: when DeliverAsync returns, the whole batch is on disk, each record once, its alerts raised
// in the same transaction; what changed is announced after the commit. A non-hit leaves counts alone: no plate comes.
using System.Data.Common;
using Bawaba.Center.Alerts;
using Bawaba.Center.Gates;
using Bawaba.Center.Live;
using Bawaba.Center.Officers;
using Bawaba.Center.Passages;
using Bawaba.Center.Storage;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;
using Bawaba.Contracts.Officers;

namespace Bawaba.Center.Intake;

internal sealed class CenterLink(
    CenterStore store, GateRegistry registry, AlertIntake alerts, OfficerIntake officers, OrdersDesk orders, GateBoard board, LiveFeed feed,
    TimeProvider time) : ICenterLink
{
    private const int MaxCameras = 64;
    private const int MaxOfficers = 200;
    private const int MaxDecisions = 100;
    private static readonly TimeSpan DecisionsKept = TimeSpan.FromHours(1);

    public async Task<IntakeAck> DeliverAsync(IntakeBatch batch, CancellationToken cancellation)
    {
        Require(batch);
        var taken = await store.WriteAsync(connection => Take(connection, batch), cancellation);
        foreach (var alert in taken.Changed)
            feed.Announce(LiveKind.Alert, alert.Id.ToString(), alert.Version, alert.State.ToString());
        if (taken.Counted)
            feed.Announce(LiveKind.Counts, batch.Gate.Value);
        return taken.Ack;
    }

    public async Task<GateOrders> GetOrdersAsync(GateId gate, CancellationToken cancellation)
    {
        var slice = orders.OrdersFor(gate);
        var since = time.GetUtcNow() - DecisionsKept;
        var (people, alerts) = await store.ReadAsync(
            connection => (OfficerSql.OfGate(connection, gate, MaxOfficers), AlertSql.OfGate(connection, gate, since, MaxDecisions)), cancellation);
        return slice with { Officers = people, Decisions = [.. alerts.Select(DecisionOn)] };
    }

    public Task ReportAsync(GateReport report, CancellationToken cancellation)
    {
        if (report.Cameras.Count > MaxCameras)
            throw new ArgumentException($"a report speaks of at most {MaxCameras} cameras", nameof(report));
        board.Take(report);
        return Task.CompletedTask;
    }

    private (IntakeAck Ack, IReadOnlyCollection<Alert> Changed, bool Counted) Take(DbConnection connection, IntakeBatch batch)
    {
        var fresh = batch.Records
            .GroupBy(r => r.Key.Epoch)
            .SelectMany(epoch => Fresh(connection, batch.Gate, epoch))
            .ToList();
        var changed = new Dictionary<AlertId, Alert>();
        foreach (var record in fresh)
        {
            if (record.Act is { } act && officers.Take(connection, batch.Gate, record.RecordedAt, act) is { } looked)
                changed[looked.Id] = looked;
            if (record.Hit is { } hit && alerts.Take(connection, batch.Gate, hit, record.Pictures) is { } alert)
                changed[alert.Id] = alert;
        }
        var counts = fresh.Where(r => r.Count is not null).CountBy(r => CountKey.Of(r.Count!)).ToList();
        foreach (var (key, passages) in counts)
            CountSql.Add(connection, batch.Gate, key, passages);
        return (new(fresh.Count, batch.Records.Count - fresh.Count), changed.Values, counts.Count > 0);
    }

    private static List<GateRecord> Fresh(DbConnection connection, GateId gate, IGrouping<long, GateRecord> epoch)
    {
        var sequences = DeliveryMarks.Take(connection, gate, epoch.Key, epoch.Select(r => r.Key.Sequence).ToList());
        // Remove says true once: a sequence twice in one batch counts once.
        return epoch.Where(r => sequences.Remove(r.Key.Sequence)).ToList();
    }

    private static HitDecision DecisionOn(Alert alert) => new(alert.Entry.Id, alert.Passage, alert switch
    {
        { IsUndecided: true } => HitStanding.Undecided,
        { State: AlertState.Confirmed } => HitStanding.Confirmed,
        _ => HitStanding.Ended,
    });

    private static int Bodies(GateRecord record) => (record.Count is null ? 0 : 1) + (record.Hit is null ? 0 : 1) + (record.Act is null ? 0 : 1);

    private void Require(IntakeBatch batch)
    {
        if (batch.Records.Count > IntakeBatch.MaxRecords)
            throw new ArgumentException($"a batch has at most {IntakeBatch.MaxRecords} records", nameof(batch));
        if (registry.Find(batch.Gate) is null)
            throw new ArgumentException($"gate '{batch.Gate}' is not registered", nameof(batch));
        foreach (var record in batch.Records)
        {
            if (record.Key.Gate != batch.Gate || record.Key.Sequence < 1 || Bodies(record) != 1)
                throw new ArgumentException($"record {record.Key.Sequence} is not of this gate, or not exactly one of count, hit and act", nameof(batch));
        }
    }
}
