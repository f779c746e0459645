// One simulated camera with one fault, and the gate's worker that reads it as it would a real one.
using System.Diagnostics;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate;
using Bawaba.Gate.Cameras;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Outbox;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Faults;
using Bawaba.Vision;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Benchmarks.Cameras;

internal sealed class FaultyCamera : IAsyncDisposable
{
    private static readonly CameraId Id = CameraId.Parse("lane-1");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    // Who plays is not touched by a silent camera: it must come back to notice.
    private static readonly TimeSpan Interruption = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BearsIt = TimeSpan.FromSeconds(15);
    private readonly CameraSimulator _simulator;
    private readonly CameraWorker _worker;
    private readonly GateOutbox _outbox;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly List<TimeSpan> _shownAfter = [];

    private FaultyCamera(SimulatedFault fault, CameraSimulator simulator, CameraWorker worker, GateOutbox outbox)
    {
        (Fault, _simulator, _worker, _outbox) = (fault, simulator, worker, outbox);
        _running = Task.Run(() => worker.RunAsync(_stop.Token));
    }

    internal SimulatedFault Fault { get; }

    internal List<TimeSpan> Recoveries { get; } = [];

    internal int Shown => _shownAfter.Count;

    internal static async Task<FaultyCamera> StartAsync(SimulatedFault fault, string film, string folder, PlateReader reader)
    {
        var time = TimeProvider.System;
        var login = new CameraLogin("viewer", "a password");
        var simulator = new CameraSimulator(time, NullLoggerFactory.Instance);
        await simulator.AddFileAsync(Id, film, CancellationToken.None, new() { Login = login });
        simulator.Start(0);
        var outbox = GateOutbox.Open(Path.Combine(folder, $"{FaultNames.Of(fault)}.db"), GateId.Parse("north"), time, NullLogger.Instance);
        var name = new LocalName { Ar = "تجربة", En = "Trial" };
        var settings = new CameraSettings { Id = Id, Lane = LaneId.Parse("in"), Name = name, Url = simulator.UrlOf(Id) };
        var worker = new CameraWorker(
            settings, new(login.UserName, login.Password), reader, new LaneDesk(new GateMatcher(time), outbox, time), time, NullLogger.Instance);
        return new(fault, simulator, worker, outbox);
    }

    /// <summary>Waits until pictures come and nothing is said against them.</summary>
    internal async Task<TimeSpan> WellAsync()
    {
        var since = TimeProvider.System.GetUtcNow();
        return await UntilAsync(r => r is { Phase: CameraPhase.Live } && r.LastFrameAt > since && r.Picture?.State == PictureState.Clear, "well");
    }

    /// <summary>One fault from its beginning until the camera is well again.</summary>
    internal async Task RoundAsync(TimeSpan lingering)
    {
        var all = Fault == SimulatedFault.Refuse;
        _simulator.Begin(all ? null : Id, Fault, null);
        if (Fault == SimulatedFault.Silent)
            _simulator.Begin(Id, SimulatedFault.Drop, Interruption);
        await NoteAsync(ShownAsync, _shownAfter.Add);
        await Task.Delay(lingering);
        _simulator.End(all ? null : Id, Fault);
        await NoteAsync(WellAsync, Recoveries.Add, otherwise: Patience);
    }

    private static async Task NoteAsync(Func<Task<TimeSpan>> wait, Action<TimeSpan> note, TimeSpan? otherwise = null)
    {
        try
        {
            note(await wait());
        }
        catch (TimeoutException e)
        {
            System.Console.WriteLine(e.Message);
            if (otherwise is { } length)
                note(length);
        }
    }

    internal string Line() => FaultTrial.Invariant(
        $"{FaultNames.Of(Fault),-13} {Recoveries.Count,6} {Shown,6}  {Median(_shownAfter),8:0.0} {Longest(_shownAfter),8:0.0} {Median(Recoveries),24:0.0} {Longest(Recoveries),8:0.0}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _worker.Dispose();
        await _outbox.DisposeAsync();
        await _simulator.DisposeAsync();
        _stop.Dispose();
    }

    private Task<TimeSpan> ShownAsync() => Fault switch
    {
        SimulatedFault.Stall => UntilAsync(r => r is { ReasonCode: "no-frames" }, "no-frames"),
        SimulatedFault.Freeze or SimulatedFault.Silent => UntilAsync(r => r is { ReasonCode: "no-answer" }, "no-answer"),
        SimulatedFault.Refuse => UntilAsync(r => r is { ReasonCode: "refused" }, "refused"),
        SimulatedFault.Unauthorized => UntilAsync(r => r is { ReasonCode: "unauthorized" }, "unauthorized"),
        SimulatedFault.Busy => UntilAsync(r => r is { ReasonCode: "busy" }, "busy"),
        SimulatedFault.Drop => UntilAsync(r => r is { ReasonCode: "ended" }, "ended"),
        SimulatedFault.Blurred => UntilAsync(r => r.Picture is { State: PictureState.Blurred }, "blurred"),
        SimulatedFault.Dark => UntilAsync(r => r.Picture is { State: PictureState.Dark }, "dark"),
        SimulatedFault.Moved => UntilAsync(r => r.Picture is { State: PictureState.Moved }, "moved"),
        _ => BorneAsync(),
    };

    // The gate must not lose the camera by it: pictures go on.
    private async Task<TimeSpan> BorneAsync()
    {
        await Task.Delay(BearsIt);
        return await WellAsync();
    }

    private async Task<TimeSpan> UntilAsync(Func<CameraReport, bool> reached, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!reached(_worker.Report()))
        {
            if (clock.Elapsed > Patience)
                throw new TimeoutException($"{FaultNames.Of(Fault)}: not {what} within {Patience.TotalSeconds:0} s: {_worker.Report()}");
            await Task.Delay(50);
        }
        return clock.Elapsed;
    }

    private static double Median(List<TimeSpan> times) => times.Order().ElementAtOrDefault(times.Count / 2).TotalSeconds;

    private static double Longest(List<TimeSpan> times) => times.DefaultIfEmpty().Max().TotalSeconds;
}
