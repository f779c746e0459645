using Bawaba.Contracts.Video;
using Bawaba.Tests.Gate;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Contracts.Video;

public sealed class SharedVideoTests
{
    private readonly FakeTimeProvider _time = new(A.Morning);
    private int _running;
    private int _begun;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_viewers_cost_one_source_and_it_ends_some_seconds_after_the_last()
    {
        await using var video = new SharedVideo("camera", RunAsync, _time);
        var viewers = Enumerable.Range(0, 10).Select(_ => video.Join()).ToList();
        await Eventually.IsTrueAsync(() => _running == 1);
        viewers.ForEach(v => v.Dispose());
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, _running);
        await Eventually.IsTrueAsync(() => _running == 0, () => _time.Advance(TimeSpan.FromSeconds(1)));
        Assert.Equal(1, _begun);
        using var next = video.Join();
        await Eventually.IsTrueAsync(() => _running == 1);
        Assert.Equal(2, _begun);
    }

    [Fact]
    public async Task A_source_that_breaks_tells_its_viewers_why_and_the_next_viewer_begins_anew()
    {
        var tries = 0;
        await using var video = new SharedVideo("camera", (fanOut, cancellation) => ++tries == 1 ? Task.FromException(new VideoUnavailableException("codec", "not H.264")) : RunAsync(fanOut, cancellation), _time);
        using var first = video.Join();
        Assert.Equal("codec", (await Assert.ThrowsAsync<VideoUnavailableException>(() => ReadAsync(first))).ReasonCode);
        await Eventually.IsTrueAsync(() =>
        {
            using var next = video.Join();
            return tries == 2;
        });
    }

    [Fact]
    public async Task Stopping_ends_the_source_and_nobody_joins_any_more()
    {
        var video = new SharedVideo("camera", RunAsync, _time);
        using var viewer = video.Join();
        await Eventually.IsTrueAsync(() => _running == 1);
        await video.DisposeAsync();
        Assert.Equal(0, _running);
        Assert.Throws<VideoUnavailableException>(video.Join);
    }

    private async Task RunAsync(VideoFanOut fanOut, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _begun);
        Interlocked.Increment(ref _running);
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Interlocked.Decrement(ref _running);
    }

    private static async Task ReadAsync(VideoViewer viewer)
    {
        await foreach (var _ in viewer.ReadAsync(Cancel))
        {
        }
    }
}
