// What this gate does, in figures for OpenTelemetry (meter "Bawaba.Gate"; docs/operations/monitoring.md). Owned by GateHost;
// nothing leaves the process unless somebody gave an address for it. Promises: tags are the gate, its cameras and outcomes,
// never a plate or a person.
using System.Diagnostics.Metrics;
using Bawaba.Contracts;

namespace Bawaba.Gate;

internal sealed class GateMetrics : IDisposable
{
    internal const string MeterName = "Bawaba.Gate";
    private readonly Meter _meter;
    private readonly Counter<long> _passages;
    private readonly Counter<long> _hits;
    private readonly KeyValuePair<string, object?> _gate;

    /// <param name="report">How the gate is; asked for when figures are collected.</param>
    /// <param name="silence">How long the center has not answered; null: it never did.</param>
    internal GateMetrics(GateId gate, Func<GateReport> report, Func<TimeSpan?> silence)
    {
        _gate = new("gate", gate.Value);
        _meter = new(MeterName);
        _passages = _meter.CreateCounter<long>("bawaba.gate.passages", "{passage}", "Passages, by what was read");
        _hits = _meter.CreateCounter<long>("bawaba.gate.hits", "{hit}", "Hits");
        _meter.CreateObservableGauge("bawaba.gate.outbox.records", () => One(report().OutboxPending), "{record}", "Records the center has not acknowledged");
        _meter.CreateObservableGauge("bawaba.gate.outbox.fault", () => One(report().OutboxFault is null ? 0 : 1), description: "1 while the disk refuses");
        _meter.CreateObservableGauge("bawaba.gate.comparing", () => One(report().Comparing ? 1 : 0), description: "1 while an order lets the gate compare");
        _meter.CreateObservableGauge("bawaba.gate.center.silence", () => silence() is { } s ? [new Measurement<double>(s.TotalSeconds, _gate)] : Array.Empty<Measurement<double>>(), "s", "Since the center last answered");
        _meter.CreateObservableGauge("bawaba.gate.camera.live", () => report().Cameras.Select(c => Of(c, c.Phase is CameraPhase.Live ? 1.0 : 0)), description: "1 while pictures come");
        _meter.CreateObservableGauge("bawaba.gate.camera.frames", () => report().Cameras.Select(c => Of(c, c.FramesPerSecond)), "{frame}/s", "Frames read a second");
        _meter.CreateObservableCounter("bawaba.gate.camera.dropped", () => report().Cameras.Select(c => Of(c, c.DroppedFrames)), "{frame}", "Frames dropped because reading was slower");
    }

    internal void Passed(PlateOutcome outcome, int hits)
    {
        _passages.Add(1, _gate, KeyValuePair.Create<string, object?>("outcome", outcome.ToString()));
        if (hits > 0)
            _hits.Add(hits, _gate);
    }

    public void Dispose() => _meter.Dispose();

    private Measurement<long> One(long value) => new(value, _gate);

    private Measurement<double> Of(CameraReport camera, double value) => new(value, _gate, KeyValuePair.Create<string, object?>("camera", camera.Camera.Value));
}
