using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Tests.Center.Gates;

public sealed class GateDeskTests
{
    [Fact]
    public async Task A_gate_says_how_it_is_and_is_silent_when_not_heard_for_more_than_five_seconds()
    {
        await using var rig = await CenterRig.StartAsync();
        Assert.True((await NorthAsync(rig)).Unheard);
        await rig.Get<ICenterLink>().ReportAsync(Report(rig), rig.Cancellation);
        var heard = await NorthAsync(rig);
        Assert.Equal((false, true, CameraPhase.Live), (heard.Unheard, heard.Comparing, heard.Cameras.Single().Phase!.Value));
        Assert.Equal((PictureState.Dark, 4.5, 12.0), (heard.Cameras.Single().Picture!.State, heard.Cameras.Single().Picture!.MeasuredPercent, heard.Cameras.Single().Picture!.ThresholdPercent));
        rig.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.False((await NorthAsync(rig)).Unheard);
        rig.Time.Advance(TimeSpan.FromMilliseconds(1));
        var silent = await NorthAsync(rig);
        Assert.Equal((true, false), (silent.Unheard, silent.Comparing));
        Assert.Null(silent.Cameras.Single().Phase);
        Assert.Null(silent.Cameras.Single().Picture);
    }

    [Fact]
    public async Task A_gate_that_fell_silent_is_announced_once()
    {
        await using var rig = await CenterRig.StartAsync();
        await rig.Get<ICenterLink>().ReportAsync(Report(rig), rig.Cancellation);
        rig.Time.Advance(TimeSpan.FromSeconds(6));
        await using var feed = rig.Get<GateFeed>().ReadAllAsync(rig.Cancellation).GetAsyncEnumerator(rig.Cancellation);
        rig.Get<GateBoard>().AnnounceSilent();
        rig.Get<GateBoard>().AnnounceSilent();
        rig.Time.Advance(LiveFeed.RoundDuration);
        Assert.True(await feed.MoveNextAsync());
        Assert.Equal(A.North, feed.Current);
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        var next = feed.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        await rig.Get<ICenterLink>().ReportAsync(Report(rig), rig.Cancellation);
        rig.Time.Advance(LiveFeed.RoundDuration);
        Assert.True(await next);
    }

    [Fact]
    public async Task A_report_of_a_gate_nobody_registered_changes_nothing()
    {
        await using var rig = await CenterRig.StartAsync();
        await rig.Get<ICenterLink>().ReportAsync(Report(rig) with { Gate = GateId.Parse("nowhere") }, rig.Cancellation);
        var reading = await rig.Get<GateDesk>().FindAsync(await rig.SignedInAsync(Role.Technician), GateId.Parse("nowhere"), rig.Cancellation);
        Assert.IsType<Reading<GateView>.NotFound>(reading);
    }

    [Fact]
    public async Task A_camera_picture_needs_the_permission_and_is_written_down_once_a_minute()
    {
        await using var rig = await CenterRig.StartAsync(register: s => s.AddSingleton<IGatePictures>(new StillPicture()));
        var desk = rig.Get<GateDesk>();
        var actor = await rig.SignedInAsync(Role.Operator);
        for (var i = 0; i < 3; i++)
            Assert.IsType<Reading<byte[]>.Granted>(await desk.SnapshotAsync(actor, A.North, A.Camera, 640, rig.Cancellation));
        Assert.Equal(1, (await rig.ActsAsync()).Count(a => a == "CameraPictureSeen"));
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.SnapshotAsync(actor, A.North, A.Camera, 640, rig.Cancellation);
        Assert.Equal(2, (await rig.ActsAsync()).Count(a => a == "CameraPictureSeen"));
        var technician = await rig.SignedInAsync(Role.Technician);
        Assert.IsType<Reading<byte[]>.NotAllowed>(await desk.SnapshotAsync(technician, A.North, A.Camera, 640, rig.Cancellation));
        var elsewhere = CameraId.Parse("south-in-1");
        Assert.IsType<Reading<byte[]>.NotFound>(await desk.SnapshotAsync(actor, A.North, elsewhere, 640, rig.Cancellation));
        await rig.BreakAuditAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<Reading<byte[]>.AuditUnavailable>(await desk.SnapshotAsync(actor, A.North, A.Camera, 640, rig.Cancellation));
    }

    [Fact]
    public async Task A_gate_unheard_for_half_a_minute_is_an_alarm_until_it_is_heard_again()
    {
        await using var rig = await CenterRig.StartAsync();
        rig.Get<GateBoard>().Take(Report(rig));
        rig.Time.Advance(TimeSpan.FromSeconds(30));
        await TickAsync(rig);
        Assert.Equal((true, false), (await NorthAsync(rig)) is var before ? (before.Unheard, before.CutOff) : default);
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await TickAsync(rig);
        await TickAsync(rig);
        Assert.True((await NorthAsync(rig)).CutOff);
        // The other gate of the city has never been heard: it is one as well, and each is written down once.
        Assert.Equal(2, (await rig.ActsAsync()).Count(a => a == "GateCutOff"));
        var actor = await rig.SignedInAsync(Role.Operator);
        Assert.IsType<Reading<GateView>.Granted>(await rig.Get<GateDesk>().AcknowledgeCutOffAsync(actor, A.North, rig.Cancellation));
        Assert.Equal(actor.DisplayName, (await NorthAsync(rig)).CutOffSeenBy);
        rig.Time.Advance(TimeSpan.FromMinutes(10));
        rig.Get<GateBoard>().Take(Report(rig));
        await TickAsync(rig);
        var after = await NorthAsync(rig);
        Assert.False(after.CutOff);
        Assert.Null(after.CutOffSeenBy);
        Assert.Equal(["GateCutOffSeen", "GateHeardAgain"], (await rig.ActsAsync()).Where(a => a is "GateCutOffSeen" or "GateHeardAgain"));
        Assert.IsType<Reading<GateView>.NotFound>(await rig.Get<GateDesk>().AcknowledgeCutOffAsync(actor, A.North, rig.Cancellation));
    }

    [Fact]
    public async Task Of_two_centers_one_writes_a_cut_off_gate_down_and_who_knows_of_it_is_known_at_both()
    {
        await using var rig = await CenterRig.StartAsync();
        var second = new GateBoard(rig.Get<GateRegistry>(), rig.Get<LiveFeed>(), rig.Time);
        var clock = new GateClock(second, rig.Get<GateReports>(), rig.Get<CenterStore>(), rig.Get<AuditLog>(), rig.Time, NullLogger<GateClock>.Instance);
        rig.Time.Advance(TimeSpan.FromSeconds(31));
        await TickAsync(rig);
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await clock.TickAsync(rig.Cancellation);
        Assert.True(second.CutOffs.IsCutOff(A.North));
        Assert.Equal(2, (await rig.ActsAsync()).Count(a => a == "GateCutOff"));
        var actor = await rig.SignedInAsync(Role.Operator);
        await rig.Get<GateDesk>().AcknowledgeCutOffAsync(actor, A.North, rig.Cancellation);
        await clock.TickAsync(rig.Cancellation);
        Assert.Equal(actor.DisplayName, second.CutOffs.SeenBy(A.North));
    }

    private static Task TickAsync(CenterRig rig) => ActivatorUtilities.CreateInstance<GateClock>(rig.Get<IServiceProvider>()).TickAsync(rig.Cancellation);

    private static async Task<GateState> NorthAsync(CenterRig rig)
    {
        var reading = await rig.Get<GateDesk>().FindAsync(await rig.SignedInAsync(Role.Technician), A.North, rig.Cancellation);
        return Assert.IsType<Reading<GateView>.Granted>(reading).Value.State;
    }

    private static GateReport Report(CenterRig rig) => new()
    {
        Gate = A.North,
        ReportedAt = rig.Now,
        OrdersVersion = 1,
        Comparing = true,
        OutboxPending = 0,
        Cameras =
        [
            new() { Camera = A.Camera, Lane = A.Lane, Phase = CameraPhase.Live, ReasonCode = "", Detail = "", SinceAt = rig.Now, Picture = new() { State = PictureState.Dark, MeasuredPercent = 4.5, ThresholdPercent = 12, SinceAt = rig.Now } },
        ],
    };

    private sealed class StillPicture : IGatePictures
    {
        public ValueTask<byte[]?> SnapshotAsync(GateId gate, CameraId camera, int maxWidthPx, CancellationToken cancellation) => new([1, 2, 3]);
    }
}
