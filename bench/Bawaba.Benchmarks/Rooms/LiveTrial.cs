// `live FOLDER [OPENINGS]`: a camera whose pictures carry their own number as a row of black and white boxes, watched live in a real page.
// Measures the click to the first picture with nobody watching before, and from the camera sending a picture to that picture on the screen.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bawaba.Benchmarks.Cities;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Simulator.Cameras;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace Bawaba.Benchmarks.Rooms;

internal sealed class LiveTrial(string folder, int openings)
{
    internal const string Verb = "live";
    private const int Bits = 10;
    private const int BoxPx = 28;
    private const int StepPx = 32;
    private const int FilmFrames = 600;
    private const int FramesPerSecond = 15;
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(40);

    // The last viewer's camera is given back after five seconds.
    private static readonly TimeSpan UntilCold = TimeSpan.FromSeconds(7.3);
    private static readonly CameraId Camera = CameraId.Parse("trial-camera");
    private static readonly GateId Gate = GateId.Parse("trial-gate");
    private readonly ConcurrentQueue<SentFrame> _sent = new();

    internal async Task<int> RunAsync()
    {
        Directory.CreateDirectory(folder);
        var film = Path.Combine(folder, "numbers.mp4");
        await DrawAsync(film);
        await using var simulator = new CameraSimulator(TimeProvider.System, NullLoggerFactory.Instance) { FrameSent = _sent.Enqueue };
        await simulator.AddFileAsync(Camera, film, CancellationToken.None);
        simulator.Start(0);
        WriteFiles(simulator.UrlOf(Camera));
        await using var room = await TrialRoom.StartAsync(folder);
        var page = await room.OperatorAsync("ar-LY");
        await page.GotoAsync($"/gates/{Gate}");
        var video = page.GetByTestId($"video-{Camera}");
        var first = new List<double>();
        for (var i = 0; i < openings; i++)
        {
            await page.GetByTestId("watch").ClickAsync();
            await Assertions.Expect(video).ToHaveAttributeAsync("data-state", "playing", new() { Timeout = 30_000 });
            first.Add(double.Parse((await video.GetAttributeAsync("data-first"))!, CultureInfo.InvariantCulture));
            if (i == openings - 1)
                break;
            await page.GetByTestId("watch").ClickAsync();
            // A little more each time: the first key picture must not always be as far.
            await Task.Delay(UntilCold + TimeSpan.FromMilliseconds(137 * i));
        }
        Report("click to the first picture, cold", first);
        await page.EvaluateAsync(Read, new { bits = Bits, boxPx = BoxPx, stepPx = StepPx });
        await Task.Delay(Watched);
        using var shown = JsonDocument.Parse(await page.EvaluateAsync<string>("() => JSON.stringify(window.shown)"));
        Report("camera to screen", Delays(shown));
        return 0;
    }

    private List<double> Delays(JsonDocument shown)
    {
        var sent = _sent.GroupBy(frame => frame.Number % FilmFrames).ToDictionary(g => g.Key, g => g.Select(f => (f.SentAt - DateTimeOffset.UnixEpoch).TotalMilliseconds).ToArray());
        var delays = new List<double>();
        foreach (var row in shown.RootElement.EnumerateArray())
        {
            var (at, number) = (row[0].GetDouble(), row[1].GetInt32());
            if (sent.TryGetValue(number, out var times) && times.Where(t => t <= at).DefaultIfEmpty(double.NaN).Max() is var time && !double.IsNaN(time))
                delays.Add(at - time);
        }
        return delays;
    }

    private static void Report(string what, List<double> milliseconds)
    {
        milliseconds.Sort();
        string At(double share) => milliseconds.Count == 0 ? "-" : milliseconds[Math.Min(milliseconds.Count - 1, (int)(share * milliseconds.Count))].ToString("0", CultureInfo.InvariantCulture);
        System.Console.WriteLine($"{what}, {milliseconds.Count.ToString(CultureInfo.InvariantCulture)} times: p50 {At(0.5)} ms, p90 {At(0.9)} ms, longest {At(1)} ms");
    }

    private static async Task DrawAsync(string film)
    {
        var boxes = Enumerable.Range(0, Bits).Select(bit => string.Create(
            CultureInfo.InvariantCulture,
            $"drawbox=x={20 + (bit * StepPx)}:y=20:w={BoxPx}:h={2 * BoxPx}:t=fill:color=white:enable='eq(mod(floor(n/{1 << bit}),2),1)'"));
        var source = string.Create(CultureInfo.InvariantCulture, $"testsrc2=s=1280x720:r={FramesPerSecond}:d={FilmFrames / FramesPerSecond},drawbox=x=0:y=0:w={40 + (Bits * StepPx)}:h=100:color=black:t=fill,{string.Join(',', boxes)}");
        using var ffmpeg = Process.Start("ffmpeg", ["-y", "-loglevel", "error", "-f", "lavfi", "-i", source, "-c:v", "libx264", "-g", "30", "-bf", "0", "-pix_fmt", "yuv420p", film]);
        await ffmpeg.WaitForExitAsync();
    }

    // Which number each picture shows, when it is shown; the page's clock is this machine's.
    private const string Read = """
        ({ bits, boxPx, stepPx }) => {
          const video = document.querySelector('bawaba-video video');
          const canvas = new OffscreenCanvas(40 + bits * stepPx, 100);
          const pen = canvas.getContext('2d', { willReadFrequently: true });
          window.shown = [];
          const look = () => {
            const at = Date.now();
            pen.drawImage(video, 0, 0, canvas.width, canvas.height, 0, 0, canvas.width, canvas.height);
            const pixels = pen.getImageData(0, 0, canvas.width, canvas.height).data;
            let number = 0;
            for (let bit = 0; bit < bits; bit++) {
              const x = 20 + bit * stepPx + (boxPx >> 1), y = 20 + boxPx;
              if (pixels[(y * canvas.width + x) * 4] > 127) { number |= 1 << bit; }
            }
            window.shown.push([at, number]);
            video.requestVideoFrameCallback(look);
          };
          video.requestVideoFrameCallback(look);
        }
        """;

    private void WriteFiles(string url)
    {
        var (name, lane) = (new LocalName { Ar = "بوابة التجربة", En = "Trial gate" }, LaneId.Parse("in"));
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
                    Lanes = [new() { Id = lane, Name = name }],
                    Cameras = [new() { Id = Camera, Lane = lane, Name = name, Url = url }],
                },
            ],
        });
        OrderFiles.Write(folder, [Gate], [], TimeProvider.System);
    }
}
