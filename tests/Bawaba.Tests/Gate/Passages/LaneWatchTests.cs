using Bawaba.Contracts;
using Bawaba.Gate.Passages;
using Bawaba.Vision;
using Bawaba.Vision.Plates;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Gate.Passages;

[Collection(FrameCount.Collection)]
public sealed class LaneWatchTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    private static readonly TrackerSettings Settings = new() { Camera = CameraId.Parse("camera-1"), Lane = LaneId.Parse("lane-1") };

    [Fact]
    public void The_reader_rests_while_nothing_moves()
    {
        using var watch = Watch(_ => []);
        for (var i = 0; i < 100; i++)
            Show(watch, i / 5.0, vehicleX: null);
        Assert.Equal(100, watch.FramesSeen);
        Assert.InRange(watch.FramesRead, 1, 6);
    }

    [Fact]
    public void The_reader_looks_at_every_frame_while_something_moves()
    {
        using var watch = Watch(_ => []);
        for (var i = 0; i < 40; i++)
            Show(watch, i / 5.0, vehicleX: 10 * i);
        Assert.Equal(40, watch.FramesRead);
    }

    [Fact]
    public void A_frame_that_is_sent_twice_is_read_once()
    {
        using var watch = Watch(_ => []);
        for (var i = 0; i < 40; i++)
            Show(watch, i / 5.0, vehicleX: 20 * (i / 2));
        Assert.InRange(watch.FramesRead, 19, 21);
    }

    [Fact]
    public void The_reader_looks_closely_where_something_moves_and_once_a_second_at_the_whole()
    {
        var windows = new List<PixelBox>();
        using var watch = new LaneWatch(Settings, (_, window) => { windows.Add(window); return []; }, _ => true, new FakeTimeProvider(Start));
        for (var i = 0; i < 50; i++)
            Show(watch, i / 10.0, vehicleX: 5 * i);
        Assert.InRange(windows.Count(w => w.Width >= 640), 4, 7);
        var close = windows.Where(w => w.Width < 640).ToList();
        Assert.True(close.Count > 40, $"{close.Count} of {windows.Count}");
        Assert.All(close, w => Assert.True(w is { X0: >= 0, Y0: >= 0, X1: <= 640, Y1: <= 360, Width: 320 or 448 } && w.Width / w.Height is > 1.76f and < 1.79f, w.ToString()));
    }

    [Fact]
    public void A_vehicle_that_waits_in_a_still_picture_keeps_its_track()
    {
        var x = 0;
        using var watch = Watch(_ => x is >= 100 and < 500 ? [ReadingOf.Text("5-12345", ReadingOf.Box(x + 60, 240, 60, 20))] : []);
        var found = new List<Passage>();
        for (var i = 0; i < 300; i++)
        {
            // In, a long wait at the barrier, and on.
            x = i < 30 ? i * 10 : i < 250 ? 300 : 300 + ((i - 250) * 10);
            Show(watch, i / 5.0, x, found);
        }
        watch.Flush(s => found.Add(s.Passage));
        var passage = Assert.Single(found);
        Assert.Equal("5-12345", passage.Plate!.Value.Visual);
        Assert.InRange(passage.FirstSeenAt - Start, TimeSpan.Zero, TimeSpan.FromSeconds(4));
        Assert.True(watch.FramesRead < 200, $"{watch.FramesRead} frames read");
    }

    [Fact]
    public void Every_frame_goes_back_to_its_pool()
    {
        var before = Frame.Leased;
        using (var watch = Watch(_ => [ReadingOf.Text("5-12345", ReadingOf.Box(300, 200, 60, 20))]))
        {
            for (var i = 0; i < 20; i++)
                Show(watch, i / 5.0, vehicleX: 10 * i);
        }
        Assert.Equal(before, Frame.Leased);
    }

    private static LaneWatch Watch(Func<Frame, IReadOnlyList<PlateObservation>> read) => new(Settings, read, _ => true, new FakeTimeProvider(Start));

    private static void Show(LaneWatch watch, double seconds, int? vehicleX, List<Passage>? found = null)
    {
        using var frame = Frame.Rent(640, 360, Start.AddSeconds(seconds));
        frame.Rgb.Fill(90);
        if (vehicleX is { } x)
        {
            for (var y = 146; y < 264; y++)
                frame.Rgb.Slice(((y * 640) + Math.Min(x, 515)) * 3, 124 * 3).Fill(210);
        }
        watch.Observe(frame, s => found?.Add(s.Passage));
    }
}
