// `watch FOLDER VIDEO PLATE`: a video file loops over RTSP as a gate's camera, the plate is on the list; ends when the
// alert with its crop stands in a browser, in Arabic and in English, with a screenshot of each in FOLDER.
using System.Globalization;
using Bawaba.Benchmarks.Cities;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Simulator.Cameras;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Benchmarks.Rooms;

internal static class WatchTrial
{
    internal const string Verb = "watch";
    private const float PatienceMilliseconds = 120_000;
    private static readonly GateId Gate = GateId.Parse("trial-gate");
    private static readonly CameraId Camera = CameraId.Parse("trial-camera");

    internal static async Task<int> RunAsync(string folder, string video, string plate)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        await using var simulator = new CameraSimulator(TimeProvider.System, NullLoggerFactory.Instance);
        await simulator.AddFileAsync(Camera, video, CancellationToken.None);
        simulator.Start(0);
        WriteCity(data, simulator.UrlOf(Camera));
        OrderFiles.Write(data, [Gate], [(EntryId.Parse("trial-entry"), plate)], TimeProvider.System);
        await using var room = await TrialRoom.StartAsync(data);
        foreach (var locale in (string[])["ar-LY", "en-GB"])
        {
            var page = await room.OperatorAsync(locale);
            var row = page.Locator("[data-testid=alert-row]").First;
            await row.WaitForAsync(new() { Timeout = PatienceMilliseconds });
            var read = await row.Locator(".plate").InnerTextAsync();
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"room-{locale}.png") });
            await row.ClickAsync();
            await page.WaitForFunctionAsync("() => [...document.querySelectorAll('[data-testid=crop], [data-testid=crop] img')].some(i => i.complete && i.naturalWidth > 60)", null, new() { Timeout = PatienceMilliseconds });
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"alert-{locale}.png") });
            System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{locale}: an alert for {read}, with its crop"));
            await page.Context.CloseAsync();
        }
        return 0;
    }

    private static void WriteCity(string folder, string url)
    {
        var name = new LocalName { Ar = "بوابة التجربة", En = "Trial gate" };
        var lane = LaneId.Parse("in");
        CityFile.Write(Path.Combine(folder, "city.json"), new()
        {
            Name = name,
            Gates =
            [
                new()
                {
                    Id = Gate,
                    Name = name,
                    Kind = GateKind.Entrance,
                    Lanes = [new() { Id = lane, Name = new() { Ar = "دخول", En = "In" } }],
                    Cameras = [new() { Id = Camera, Lane = lane, Name = name, Url = url, FramesPerSecond = 10, Approaching = Direction.In }],
                },
            ],
        });
    }
}
