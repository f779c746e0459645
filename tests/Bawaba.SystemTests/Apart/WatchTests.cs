// Somebody in the room watches a camera of a gate on its own machine: a simulated camera, a gate and a center as processes
// of their own, and a real browser.
using System.Diagnostics;
using Bawaba.Contracts;
using Bawaba.Simulator.Cameras;
using Bawaba.SystemTests.Running;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Apart;

[Collection(Lanes.Alone)]
public sealed class WatchTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TempFolder _folder = new();
    private readonly CameraSimulator _simulator = new(TimeProvider.System, NullLoggerFactory.Instance);
    private ApartCenter? _center;
    private BawabaProcess? _gate;

    private ApartCenter Center => _center!;

    public async ValueTask InitializeAsync()
    {
        _simulator.Start(0);
        var film = _folder.File("film.mp4");
        using var ffmpeg = Process.Start("ffmpeg", ["-loglevel", "error", "-f", "lavfi", "-i", "testsrc2=s=640x360:r=10:d=4", "-c:v", "libx264", "-g", "10", "-bf", "0", "-pix_fmt", "yuv420p", film]);
        await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        var camera = CameraId.Parse("lane");
        await _simulator.AddFileAsync(camera, film, TestContext.Current.CancellationToken);
        _center = await ApartCenter.StartAsync(_simulator.UrlOf(camera));
        var code = _folder.File("code.txt");
        await File.WriteAllTextAsync(code, await Center.CodeAsync(), TestContext.Current.CancellationToken);
        _gate = BawabaProcess.Start("gate", "--center", Center.Door, "--data", Center.GateData("gate"), "--code-file", code);
        using var limit = new CancellationTokenSource(Patience);
        Assert.NotNull(await _gate.Output.LineStartingAsync("Ready: ", limit.Token));
        await Center.UntilAsync(s => !s.GetProperty("unheard").GetBoolean() && s.GetProperty("cameras")[0].GetProperty("phase").GetString() == "Live", "the camera is live");
    }

    public async ValueTask DisposeAsync()
    {
        if (_gate is not null)
            await _gate.DisposeAsync();
        if (_center is not null)
            await _center.DisposeAsync();
        await _simulator.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Pictures_and_live_video_of_a_gate_apart_reach_a_screen_and_end_with_the_gate()
    {
        var page = await browser.PageAsync(new(Center.Screens));
        await SignInAsync(page, Center);
        await page.GotoAsync("/gates/north");
        await Assertions.Expect(page.GetByTestId("snapshot-north-in-1")).ToHaveAttributeAsync("data-state", "fresh", new() { Timeout = 20_000 });
        await page.GetByTestId("watch").ClickAsync();
        var video = page.GetByTestId("video-north-in-1");
        await Assertions.Expect(video).ToHaveAttributeAsync("data-state", "playing", new() { Timeout = 30_000 });
        await Assertions.Expect(video.Locator(".watermark")).ToContainTextAsync("operator");
        var before = await SecondsAsync(page);
        await Assertions.Expect(video).Not.ToHaveAttributeAsync("data-gap", "", new() { Timeout = 5_000 });
        await page.WaitForFunctionAsync("before => document.querySelector('bawaba-video video').currentTime > before + 1", before, new() { Timeout = 20_000 });
        await page.GotoAsync("/wall");
        await Assertions.Expect(page.GetByTestId("wall-north-in-1")).ToHaveAttributeAsync("data-state", "fresh", new() { Timeout = 20_000 });
        await page.GotoAsync("/gates/north");
        await page.GetByTestId("watch").ClickAsync();
        await Assertions.Expect(page.GetByTestId("video-north-in-1")).ToHaveAttributeAsync("data-state", "playing", new() { Timeout = 30_000 });
        await _gate!.KillAsync();
        await Assertions.Expect(page.GetByTestId("video-north-in-1")).ToHaveAttributeAsync("data-state", "ended", new() { Timeout = 30_000 });
        // Told why, not only that it broke off.
        await Assertions.Expect(page.GetByTestId("video-north-in-1").Locator(".age")).ToHaveTextAsync("البوابة غير متصلة.");
        await page.Context.CloseAsync();
    }

    private static Task<double> SecondsAsync(IPage page) => page.EvaluateAsync<double>("document.querySelector('bawaba-video video').currentTime");

    private static async Task SignInAsync(IPage page, ApartCenter center)
    {
        await page.GotoAsync("/sign-in");
        await SignInPage.FillAsync(page, "operator", ApartCenter.Password, center.Secrets["operator"]);
        await page.GetByTestId("person").WaitForAsync();
    }
}
