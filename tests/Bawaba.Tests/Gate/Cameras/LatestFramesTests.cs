using Bawaba.Gate.Cameras;
using Bawaba.Vision;

namespace Bawaba.Tests.Gate.Cameras;

[Collection(FrameCount.Collection)]
public sealed class LatestFramesTests
{
    [Fact]
    public async Task The_oldest_is_dropped_and_counted_and_the_newest_stay()
    {
        var before = Frame.Leased;
        var dropped = new DroppedFrames();
        var frames = new LatestFrames(2, dropped);
        for (var i = 0; i < 5; i++)
            frames.Offer(Frame.Rent(4, 4, A.Morning.AddSeconds(i)));
        frames.Complete();
        var taken = new List<int>();
        await foreach (var frame in frames.TakeAllAsync(TestContext.Current.CancellationToken))
        {
            taken.Add((int)(frame.CapturedAt - A.Morning).TotalSeconds);
            frame.Dispose();
        }
        Assert.Equal([3, 4], taken);
        Assert.Equal(3, dropped.Value);
        Assert.Equal(before, Frame.Leased);
    }

    [Fact]
    public void What_comes_after_the_end_goes_back_and_what_nobody_took_is_drained()
    {
        var before = Frame.Leased;
        var dropped = new DroppedFrames();
        var frames = new LatestFrames(2, dropped);
        frames.Offer(Frame.Rent(4, 4, A.Morning));
        frames.Complete();
        frames.Offer(Frame.Rent(4, 4, A.Morning));
        Assert.Equal(1, dropped.Value);
        frames.Drain();
        Assert.Equal(before, Frame.Leased);
    }
}
