// The tools of the other system tests, tried on the smallest thing they can drive.
using System.Diagnostics;

namespace Bawaba.SystemTests.Running;

public sealed class RunningTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_built_program_names_its_verbs_and_ends_with_zero()
    {
        await using var bawaba = BawabaProcess.Start("--help");
        Assert.Equal(0, await bawaba.ExitAsync(Patience));
        Assert.Contains(bawaba.Output.Lines, line => line.Contains("read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_that_ends_early_is_reported_with_what_it_said()
    {
        await using var bawaba = BawabaProcess.Start("no-such-verb");
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => bawaba.ReadyAsync(Patience));
        Assert.Contains("no-such-verb", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_serving_program_says_its_address_and_stops_when_asked(string signal)
    {
        using var folder = new TempFolder();
        await using var bawaba = BawabaProcess.Start("simulate", await ClipAsync(folder), "--port", "0");
        var address = await bawaba.ReadyAsync(Patience);
        Assert.True(address is { Scheme: "rtsp", IsLoopback: true, Port: > 0 }, address.ToString());
        Assert.Equal(0, await bawaba.StopAsync(TimeSpan.FromSeconds(10), signal));
    }

    [Fact]
    public async Task A_killed_program_is_gone_at_once()
    {
        using var folder = new TempFolder();
        await using var bawaba = BawabaProcess.Start("simulate", await ClipAsync(folder), "--port", "0");
        await bawaba.ReadyAsync(Patience);
        await bawaba.KillAsync();
        Assert.NotEqual(0, await bawaba.ExitAsync(Patience));
    }

    [Fact]
    public async Task The_browser_lays_out_arabic_from_right_to_left()
    {
        var page = await browser.PageAsync();
        await page.SetContentAsync("<html dir=rtl lang=ar-LY><p style='display:flex'><b>بوّابة</b><i>واحة</i></p></html>");
        var first = await page.Locator("b").BoundingBoxAsync();
        var second = await page.Locator("i").BoundingBoxAsync();
        Assert.True(first!.X > second!.X, "the first word stands right of the second");
        await page.Context.CloseAsync();
    }

    // One second of moving colours as a camera would send it.
    private static async Task<string> ClipAsync(TempFolder folder)
    {
        var path = folder.File("clip.mp4");
        using var ffmpeg = Process.Start("ffmpeg", ["-loglevel", "error", "-f", "lavfi", "-i", "testsrc=size=320x180:rate=10:duration=1", "-pix_fmt", "yuv420p", path]);
        await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, ffmpeg.ExitCode);
        return path;
    }
}
