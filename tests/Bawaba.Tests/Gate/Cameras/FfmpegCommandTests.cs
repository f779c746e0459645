using Bawaba.Gate.Cameras;

namespace Bawaba.Tests.Gate.Cameras;

public sealed class FfmpegCommandTests
{
    private static readonly VideoInput Stream = new() { Address = "rtsp://camera.example:554/live", Credentials = new("user", "p'ss w/rd@1"), MaxFramesPerSecond = 5 };

    [Fact]
    public void No_part_of_an_address_or_its_credentials_is_an_argument()
    {
        var arguments = string.Join(' ', FfmpegCommand.Arguments(Stream));
        Assert.DoesNotContain("camera.example", arguments, StringComparison.Ordinal);
        Assert.DoesNotContain("user", arguments, StringComparison.Ordinal);
        Assert.DoesNotContain("p'ss", arguments, StringComparison.Ordinal);
    }

    [Fact]
    public void The_script_holds_the_address_with_its_credentials_escaped() =>
        Assert.Contains("file 'rtsp://user:p%27ss%20w%2Frd%401@camera.example:554/live'\n", FfmpegCommand.Script(Stream), StringComparison.Ordinal);

    [Fact]
    public void A_file_is_read_as_a_file_whatever_its_name_says()
    {
        var file = new VideoInput { Address = "-i http:evil.mp4" };
        Assert.False(file.IsStream);
        Assert.Contains("file:-i http:evil.mp4", FfmpegCommand.Arguments(file));
        Assert.Null(FfmpegCommand.Script(file));
    }

    [Theory]
    [InlineData("http://camera.example/video", "scheme 'http'")]
    [InlineData("file:///etc/passwd", "not an address")]
    [InlineData("concat://a", "scheme 'concat'")]
    [InlineData("rtsp://user:secret@camera.example/1", "user and password")]
    [InlineData("rtsp://camera.example/it's", "a quote")]
    [InlineData("rtsp://camera.example/1\nfile /etc/passwd", "a quote")]
    [InlineData("rtsp://", "not an address")]
    public async Task Any_other_address_is_refused_before_a_process_starts(string address, string reason)
    {
        var source = new FfmpegSource(new() { Address = address }, TimeProvider.System);
        var fault = await Assert.ThrowsAsync<CameraFault>(async () =>
        {
            await foreach (var frame in source.ReadFramesAsync(TestContext.Current.CancellationToken))
                frame.Frame.Dispose();
        });
        Assert.Equal("wrong-scheme", fault.ReasonCode);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_back_off_is_1_3_and_then_8_seconds_and_20_for_a_refused_password()
    {
        var backoff = default(CameraBackoff);
        var waits = Enumerable.Range(0, 13).Select(_ => (int)backoff.Next(refusedPassword: false).TotalSeconds).ToList();
        Assert.Equal([.. Enumerable.Repeat(1, 5), .. Enumerable.Repeat(3, 5), 8, 8, 8], waits);
        backoff.Reset();
        Assert.Equal(TimeSpan.FromSeconds(20), backoff.Next(refusedPassword: true));
        Assert.Equal(TimeSpan.FromSeconds(1), backoff.Next(refusedPassword: false));
    }
}
