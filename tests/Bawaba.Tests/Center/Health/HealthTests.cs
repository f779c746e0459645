using System.Diagnostics.Metrics;
using System.Net;
using Bawaba.Center.Audit;
using Bawaba.Center.Health;
using Bawaba.Tests.Center.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Tests.Center.Health;

public sealed class HealthTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_watches_over_the_process_needs_no_account_and_hears_names_alone()
    {
        await using var rig = await ApiRig.StartAsync();
        using var client = rig.Client();
        Assert.Equal("well", await client.GetStringAsync(HealthModule.Live, Cancel));
        Assert.Equal("well", await client.GetStringAsync(HealthModule.Ready, Cancel));
        rig.Services.GetRequiredService<AuditSpool>().Add(new(AuditAct.AlertConfirmed, AuditActor.System, "one"), TimeProvider.System.GetUtcNow());
        using var failing = await client.GetAsync(HealthModule.Ready, Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failing.StatusCode);
        Assert.Equal("failing\naudit", await failing.Content.ReadAsStringAsync(Cancel));
        // Alive all the same: a restart would not help.
        Assert.Equal("well", await client.GetStringAsync(HealthModule.Live, Cancel));
    }

    [Fact]
    public async Task Figures_carry_gates_and_never_a_plate()
    {
        var (figures, tags) = (new Dictionary<string, double>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        using var listener = new MeterListener { InstrumentPublished = (instrument, me) => { if (instrument.Meter.Name == CenterMetrics.MeterName) me.EnableMeasurementEvents(instrument); } };
        void Note(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> with)
        {
            lock (figures)
            {
                figures[name] = figures.GetValueOrDefault(name) + value;
                foreach (var (key, tag) in with)
                    tags.Add($"{key}={tag}");
            }
        }
        listener.SetMeasurementEventCallback<long>((i, value, with, _) => Note(i.Name, value, with));
        listener.SetMeasurementEventCallback<int>((i, value, with, _) => Note(i.Name, value, with));
        listener.SetMeasurementEventCallback<double>((i, value, with, _) => Note(i.Name, value, with));
        await using var rig = await CenterRig.WithAnEntryAsync();
        rig.Get<CenterMetrics>();
        listener.Start();
        await rig.DeliverAsync(A.Record(1, rig.Now, A.Count(rig.Now)), A.Record(2, rig.Now, hit: A.Hit(rig.Now), pictures: A.Pictures()));
        listener.RecordObservableInstruments();
        lock (figures)
        {
            Assert.True(figures["bawaba.center.records"] >= 2);
            Assert.True(figures["bawaba.center.alerts"] >= 1);
            Assert.True(figures["bawaba.center.disk.free"] > 0);
            Assert.Contains("bawaba.center.intake.duration", figures.Keys);
            // Tests beside this one have centers of their own.
            Assert.All(tags, tag => Assert.Matches("^gate=[a-z-]+$", tag));
        }
    }
}
