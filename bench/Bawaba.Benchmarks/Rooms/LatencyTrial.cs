// `latency FOLDER [HITS]`: two drawn cameras at 10 frames a second, every plate on the list. Measures from the simulator
// sending the frame in which a plate is first past the lane's line to its row in a real page; prints p50, p90 and p99.
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Bawaba.Contracts;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Stage;
using Bawaba.Simulator.Stage.Films;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace Bawaba.Benchmarks.Rooms;

internal sealed class LatencyTrial(string folder, int hitsWanted)
{
    internal const string Verb = "latency";
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(25);
    private readonly ConcurrentQueue<SentFrame> _sent = new();

    internal async Task<int> RunAsync()
    {
        var films = new Dictionary<CameraId, StageFilm>();
        await using var simulator = new CameraSimulator(TimeProvider.System, NullLoggerFactory.Instance) { FrameSent = _sent.Enqueue };
        for (var i = 1; i <= 2; i++)
        {
            var id = CameraId.Parse($"camera-{i}");
            var settings = new StageSettings { Seed = 40 + i, CameraName = $"TRIAL {i}", FramesPerSecond = 10, DurationSeconds = 60, VehiclesPerMinute = 20, WithoutPlateShare = 0 };
            films[id] = await StageFilm.MakeAsync(settings, StageFilm.DefaultFolder, NullLogger.Instance, CancellationToken.None);
            await films[id].Written;
            simulator.AddFilm(id, films[id].Path, 10, Task.CompletedTask);
        }
        simulator.Start(0);
        TrialGate.Write(folder, simulator, films);
        await using var room = await TrialRoom.StartAsync(folder);
        var page = await room.OperatorAsync("ar-LY");
        await page.EvaluateAsync(Watch);
        var rows = await WaitAsync(page);
        Report(films, rows);
        foreach (var film in films.Values)
            await film.DisposeAsync();
        return 0;
    }

    // A row is in the page when the observer sees it; the page's clock is this machine's.
    private const string Watch = """
        () => {
          window.rows = [];
          const seen = new Set([...document.querySelectorAll('[data-testid=alert-row]')].map(r => r.id));
          new MutationObserver(() => {
            for (const row of document.querySelectorAll('[data-testid=alert-row]')) {
              const plate = row.querySelector('.plate');
              if (plate && !seen.has(row.id)) { seen.add(row.id); window.rows.push([Date.now(), plate.textContent]); }
            }
          }).observe(document.querySelector('[data-testid=alert-list]'), { childList: true, subtree: true });
        }
        """;

    private async Task<List<(double AtMilliseconds, string Plate)>> WaitAsync(IPage page)
    {
        using var patience = new CancellationTokenSource(LongestRun);
        while (!patience.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None);
            if (await page.EvaluateAsync<int>("() => window.rows.length") >= hitsWanted)
                break;
        }
        var json = await page.EvaluateAsync<string>("() => JSON.stringify(window.rows)");
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(r => (r[0].GetDouble(), r[1].GetString()!))];
    }

    private void Report(Dictionary<CameraId, StageFilm> films, List<(double AtMilliseconds, string Plate)> rows)
    {
        var crossings = _sent.SelectMany(frame => films[frame.Camera].Passages
            .Where(p => p.Plate is not null && frame.Number % films[frame.Camera].Settings.FrameCount == p.CrossingFrame)
            .Select(p => (Key: new PlateText(p.Plate!).Key, At: (frame.SentAt - DateTimeOffset.UnixEpoch).TotalMilliseconds))).ToList();
        var delays = new List<double>();
        foreach (var (at, plate) in rows)
        {
            var key = new PlateText(plate).Key;
            // The nearest sending of that plate's crossing; a row may come a frame early, when the plate crosses between two frames.
            var nearest = crossings.Where(c => c.Key == key && at - c.At is > -500 and < 20_000).Select(c => at - c.At).DefaultIfEmpty(double.NaN).Min();
            if (!double.IsNaN(nearest))
                delays.Add(nearest);
        }
        delays.Sort();
        string At(double share) => delays.Count == 0 ? "-" : delays[Math.Min(delays.Count - 1, (int)(share * delays.Count))].ToString("0", CultureInfo.InvariantCulture);
        var seconds = _sent.Count > 1 ? (_sent.Last().SentAt - _sent.First().SentAt).TotalSeconds : 0;
        System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{delays.Count} hits of {crossings.Count} crossings sent in {seconds:0} s ({rows.Count - delays.Count} rows without a crossing): p50 {At(0.5)} ms, p90 {At(0.9)} ms, p99 {At(0.99)} ms, longest {At(1)} ms"));
    }
}
