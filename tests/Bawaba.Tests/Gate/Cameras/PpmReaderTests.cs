using System.Text;
using Bawaba.Gate.Cameras;
using Bawaba.Vision;

namespace Bawaba.Tests.Gate.Cameras;

[Collection(FrameCount.Collection)]
public sealed class PpmReaderTests
{
    [Fact]
    public async Task Pictures_of_changing_size_are_read_one_after_the_other()
    {
        using var reader = new PpmReader(new MemoryStream([.. Picture(6, 4, 7), .. Picture(40, 3, 9)]), TimeProvider.System);
        using (var first = await reader.ReadAsync(Cancel))
            Assert.Equal((6, 4, (byte)7), (first!.Width, first.Height, first.Rgb[^1]));
        using (var second = await reader.ReadAsync(Cancel))
            Assert.Equal((40, 3, (byte)9), (second!.Width, second.Height, second.Rgb[^1]));
        Assert.Null(await reader.ReadAsync(Cancel));
    }

    [Fact]
    public async Task A_picture_cut_short_is_the_end_and_its_frame_goes_back()
    {
        var before = Frame.Leased;
        using var reader = new PpmReader(new MemoryStream(Picture(20, 20, 1)[..^5]), TimeProvider.System);
        Assert.Null(await reader.ReadAsync(Cancel));
        Assert.Equal(before, Frame.Leased);
    }

    [Theory]
    [InlineData("P5\n640 480\n255\n")]
    [InlineData("P6\n99999 10\n255\n")]
    [InlineData("P6\n8000 8000\n255\n")]
    [InlineData("P6\n0 10\n255\n")]
    [InlineData("P6\n640 480\n65535\n")]
    [InlineData("P6\n111111111111111111111111111111111")]
    public async Task A_header_outside_the_limits_is_refused_before_memory_is_taken(string header)
    {
        var before = Frame.Leased;
        using var reader = new PpmReader(new MemoryStream(Encoding.ASCII.GetBytes(header.PadRight(64))), TimeProvider.System);
        Assert.Equal("not-video", (await Assert.ThrowsAsync<CameraFault>(() => reader.ReadAsync(Cancel))).ReasonCode);
        Assert.Equal(before, Frame.Leased);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static byte[] Picture(int width, int height, byte value) =>
        [.. Encoding.ASCII.GetBytes($"P6\n{width} {height}\n255\n"), .. Enumerable.Repeat(value, width * height * 3)];
}
