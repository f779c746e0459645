using Bawaba.Contracts.Video;

namespace Bawaba.Tests.Contracts.Video;

public sealed class VideoFanOutTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_joins_begins_with_the_head_and_the_last_key()
    {
        var source = new VideoFanOut();
        OfferAll(source, Head(), Key(1), Piece(2), Key(3), Piece(4));
        using var viewer = source.Join()!;
        source.Offer(Piece(5));
        source.End(null);
        Assert.Equal([0, 3, 4, 5], (await AllAsync(viewer)).Select(p => (int)p.Bytes[0]));
    }

    [Fact]
    public async Task Who_is_too_slow_is_taken_to_the_next_key_and_told_and_slows_nobody()
    {
        var source = new VideoFanOut();
        using var slow = source.Join()!;
        using var quick = source.Join()!;
        var seen = 0;
        source.Offer(Head());
        for (var i = 0; i < 1000; i++)
        {
            source.Offer(i % 50 == 0 ? Key(1) : Piece(2));
            await foreach (var part in quick.ReadAsync(Cancel))
            {
                if (part.Kind is not VideoPartKind.Head)
                    break;
            }
            seen++;
        }
        Assert.Equal(1000, seen);
        // The slow one reads now: what it had, then a word, then a key.
        var caught = new List<VideoPart>();
        await foreach (var part in slow.ReadAsync(Cancel))
        {
            caught.Add(part);
            if (caught.Count == 90)
                break;
        }
        source.Offer(Key(1));
        source.End(null);
        caught.AddRange(await AllAsync(slow));
        var skip = caught.FindIndex(p => p.Kind is VideoPartKind.Skipped);
        Assert.InRange(skip, 1, 200);
        Assert.Equal(VideoPartKind.Key, caught[skip + 1].Kind);
        Assert.True(caught.Count < 300, $"{caught.Count} pieces were kept for it");
    }

    [Fact]
    public async Task What_ended_the_source_is_what_every_viewer_is_told()
    {
        var source = new VideoFanOut();
        using var early = source.Join()!;
        source.End(new VideoUnavailableException("ended", "gone"));
        using var late = source.Join()!;
        foreach (var viewer in (VideoViewer[])[early, late])
            Assert.Equal("ended", (await Assert.ThrowsAsync<VideoUnavailableException>(() => AllAsync(viewer))).ReasonCode);
    }

    [Fact]
    public void There_is_a_most_of_viewers_and_leaving_makes_room()
    {
        var source = new VideoFanOut();
        var viewers = Enumerable.Range(0, VideoFanOut.MaxViewers).Select(_ => source.Join()!).ToList();
        Assert.Null(source.Join());
        viewers[0].Dispose();
        Assert.NotNull(source.Join());
    }

    [Fact]
    public async Task A_stream_without_keys_is_not_kept_for_ever()
    {
        var source = new VideoFanOut();
        OfferAll(source, Head(), Key(1));
        for (var i = 0; i < 5_000; i++)
            source.Offer(Piece(2));
        using var viewer = source.Join()!;
        source.End(null);
        Assert.Single(await AllAsync(viewer));
    }

    private static void OfferAll(VideoFanOut source, params VideoPart[] parts)
    {
        foreach (var part in parts)
            source.Offer(part);
    }

    private static async Task<List<VideoPart>> AllAsync(VideoViewer viewer)
    {
        var parts = new List<VideoPart>();
        await foreach (var part in viewer.ReadAsync(Cancel))
            parts.Add(part);
        return parts;
    }

    private static VideoPart Head() => new() { Kind = VideoPartKind.Head, Bytes = [0], Codec = "avc1.64001f" };

    private static VideoPart Key(byte mark) => new() { Kind = VideoPartKind.Key, Bytes = [mark] };

    private static VideoPart Piece(byte mark) => new() { Kind = VideoPartKind.Fragment, Bytes = [mark] };
}
