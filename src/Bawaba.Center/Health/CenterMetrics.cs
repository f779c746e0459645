// What this center does, in figures for OpenTelemetry (meter "Bawaba.Center"; docs/operations/monitoring.md). Called by Intake;
// nothing leaves the process unless somebody gave an address for it. Promises: tags are gates and kinds, never a plate or a person.
using System.Diagnostics.Metrics;
using Bawaba.Center.Gates;
using Bawaba.Contracts;

namespace Bawaba.Center.Health;

internal sealed class CenterMetrics
{
    internal const string MeterName = "Bawaba.Center";
    private readonly Counter<long> _records;
    private readonly Counter<long> _alerts;
    private readonly Histogram<double> _intake;

    public CenterMetrics(IMeterFactory factory, GateRegistry registry, GateBoard board, CenterOptions options)
    {
        var meter = factory.Create(MeterName);
        _records = meter.CreateCounter<long>("bawaba.center.records", "{record}", "Records taken in");
        _alerts = meter.CreateCounter<long>("bawaba.center.alerts", "{alert}", "Alerts raised");
        _intake = meter.CreateHistogram<double>("bawaba.center.intake.duration", "s", "Time of one batch, stored");
        meter.CreateObservableGauge("bawaba.center.gates.cut_off", () => registry.All.Count(g => board.CutOffs.IsCutOff(g.Id)), "{gate}", "Gates not heard for 30 s");
        meter.CreateObservableGauge("bawaba.center.disk.free", () => new DriveInfo(Path.GetFullPath(options.DataFolder)).AvailableFreeSpace, "By", "Room on the data folder's disk");
    }

    internal void Took(GateId gate, IntakeAck ack, int alerts, TimeSpan took)
    {
        var tag = KeyValuePair.Create<string, object?>("gate", gate.Value);
        _records.Add(ack.Stored, tag);
        if (alerts > 0)
            _alerts.Add(alerts, tag);
        _intake.Record(took.TotalSeconds, tag);
    }
}
