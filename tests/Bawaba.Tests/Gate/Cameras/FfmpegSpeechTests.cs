using System.Text;
using Bawaba.Gate.Cameras;

namespace Bawaba.Tests.Gate.Cameras;

public sealed class FfmpegSpeechTests
{
    [Theory]
    [InlineData("[rtsp @ 0x55] method DESCRIBE failed: 401 Unauthorized", "unauthorized")]
    [InlineData("[rtsp @ 0x55] method DESCRIBE failed: 404 Not Found", "not-found")]
    [InlineData("[rtsp @ 0x55] method SETUP failed: 453 Not Enough Bandwidth", "busy")]
    [InlineData("Connection to tcp://127.0.0.1:9?timeout=0 failed: Connection refused", "refused")]
    [InlineData("rtsp://camera: Connection timed out", "no-answer")]
    [InlineData("[mov] moov atom not found", "not-video")]
    [InlineData("file:x.mp4: Invalid data found when processing input", "not-video")]
    [InlineData("something nobody has heard before", "failed")]
    public async Task A_failure_is_told_by_its_words(string words, string code) =>
        Assert.Equal(code, (await HearAsync(words)).ToFault(1).ReasonCode);

    [Theory]
    [InlineData(8.1, "no-answer")]
    [InlineData(1.5, "not-video")]
    public async Task A_description_that_never_came_is_no_answer_and_one_that_is_no_video_is_told_at_once(double seconds, string code) =>
        Assert.Equal(code, (await HearAsync("pipe:0: Invalid data found when processing input")).ToFault(1, TimeSpan.FromSeconds(seconds)).ReasonCode);

    [Fact]
    public async Task A_stream_that_ends_without_a_word_has_ended() => Assert.Equal("ended", (await HearAsync("")).ToFault(0).ReasonCode);

    [Fact]
    public async Task A_password_is_in_no_message_however_it_is_written()
    {
        var speech = new FfmpegSpeech(new("user", "s3cret/w rd"));
        await speech.ListenAsync(Reader(
            "rtsp://user:s3cret%2Fw%20rd@camera.example/1: Connection refused\n[auth] password s3cret/w rd was wrong\n"
            + new string('x', 394) + "s3cret/w rd"));
        Assert.DoesNotContain("s3cret", speech.LastWords, StringComparison.Ordinal);
        Assert.Contains("camera.example", speech.LastWords, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_last_words_are_kept() =>
        Assert.InRange((await HearAsync(string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"complaint {i} {new string('y', 3000)}")))).LastWords.Length, 1, 6000);

    [Fact]
    public async Task Picture_times_are_exact_and_one_for_each_picture()
    {
        var speech = await HearAsync("""
            [Parsed_showinfo_1 @ 0x5] config in time_base: 1/90000, frame_rate: 25/1
            [Parsed_showinfo_1 @ 0x5] config out time_base: 0/0, frame_rate: 0/0
            [Parsed_showinfo_1 @ 0x5] n:   0 pts:      0 pts_time:0       duration:  3600
            [Parsed_showinfo_1 @ 0x5]   side data - User Data Unregistered:
            [Parsed_showinfo_1 @ 0x5] n:   1 pts:1111119600 pts_time:12345.8  duration:  3600
            [Parsed_showinfo_1 @ 0x5] n:   2 pts:NOPTS pts_time:NOPTS  duration:  3600
            """);
        var times = new List<double?>();
        while (speech.PictureSeconds.TryRead(out var seconds))
            times.Add(seconds);
        Assert.Equal([0, 12345.773333333334, null], times);
        Assert.Equal("", speech.LastWords);
    }

    private static async Task<FfmpegSpeech> HearAsync(string words)
    {
        var speech = new FfmpegSpeech(null);
        await speech.ListenAsync(Reader(words));
        return speech;
    }

    private static StreamReader Reader(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
