// One gate of the load trial: a real outbox and a real uplink over mutually authenticated HTTPS, hits made up for a camera's.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate.Enrolment;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Outbox;
using Bawaba.Gate.Uplink;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Benchmarks.Rooms;

internal sealed class LoadGate : IAsyncDisposable
{
    private static readonly TimeProvider Time = TimeProvider.System;
    private static readonly byte[] Crop = new byte[8_000];
    private static readonly byte[] Overview = new byte[80_000];
    private readonly GateSettings _gate;
    private readonly GateOutbox _outbox;
    private readonly HttpCenterLink _link;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    internal LoadGate(LoadCity city, GateSettings gate)
    {
        _gate = gate;
        var home = city.GateFolder(gate.Id);
        var identity = GateIdentity.Find(home) ?? throw new InvalidOperationException("the gate is not enrolled");
        _outbox = GateOutbox.Open(Path.Combine(home, "outbox.db"), gate.Id, Time, NullLogger.Instance);
        _link = new(city.Door, identity, Time, NullLogger<HttpCenterLink>.Instance);
        var uplink = new GateUplink(gate.Id, _outbox, new GateMatcher(Time).Accept, _link, Time, NullLogger.Instance);
        _running = Task.WhenAll(Task.Run(() => uplink.DeliverAsync(_stop.Token)), Task.Run(() => uplink.FollowOrdersAsync(_stop.Token)));
    }

    internal long Pending => _outbox.Pending;

    /// <summary>A hit on the nth entry, as the camera's worker appends it.</summary>
    internal Task HitAsync(int n)
    {
        var (now, camera) = (Time.GetUtcNow(), _gate.Cameras[0]);
        return _outbox.AppendAsync(
            [
                new()
                {
                    RecordedAt = now,
                    Pictures = new() { CropJpeg = Crop, OverviewJpeg = Overview },
                    Hit = new()
                    {
                        Passage = PassageId.Mint(Time),
                        Entry = LoadCity.Entry(n),
                        Mandate = MandateId.Parse("trial-order"),
                        Camera = camera.Id,
                        Lane = camera.Lane,
                        Direction = Direction.In,
                        Vehicle = VehicleClass.Other,
                        Plate = new(LoadCity.Plate(n)),
                        Confidence = 0.9f,
                        PassedAt = now,
                        CapturedAt = now,
                        MatchedAt = now,
                    },
                },
            ],
            CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _link.Dispose();
        await _outbox.DisposeAsync();
        _stop.Dispose();
    }
}
