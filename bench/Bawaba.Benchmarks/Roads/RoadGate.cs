// The gate of the road trials: a real outbox and a real uplink over mutually authenticated HTTPS, without cameras.
using Bawaba.Gate.Enrolment;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Outbox;
using Bawaba.Gate.Uplink;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Benchmarks.Roads;

internal sealed class RoadGate : IAsyncDisposable
{
    private readonly HttpCenterLink _link;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    internal RoadGate(string folder)
    {
        var (time, home) = (TimeProvider.System, RoadCity.GateFolder(folder));
        var identity = GateIdentity.Find(home) ?? throw new InvalidOperationException("the gate is not enrolled");
        Outbox = OpenOutbox(folder);
        _link = new(new(RoadCity.Door), identity, time, NullLogger<HttpCenterLink>.Instance);
        var uplink = new GateUplink(RoadCity.Gate, Outbox, new GateMatcher(time).Accept, _link, time, NullLogger.Instance);
        _running = Task.WhenAll(Task.Run(() => uplink.DeliverAsync(_stop.Token)), Task.Run(() => uplink.FollowOrdersAsync(_stop.Token)));
    }

    internal GateOutbox Outbox { get; }

    internal static string OutboxPath(string folder) => Path.Combine(RoadCity.GateFolder(folder), "outbox.db");

    internal static GateOutbox OpenOutbox(string folder) => GateOutbox.Open(OutboxPath(folder), RoadCity.Gate, TimeProvider.System, NullLogger.Instance);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _link.Dispose();
        await Outbox.DisposeAsync();
        _stop.Dispose();
    }
}
