// `soak FOLDER [MINUTES] [SEED]`: the whole system with two drawn cameras, and a fault of one of them every minute. Every ten seconds
// what it and its children take is noted: memory, handles, threads, disk. Writes soak.csv and soak.svg into the folder; exit
// code 1 where the last fifth takes more memory, handles or threads than the fifth after the first ten minutes.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bawaba.Contracts;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Faults;
using Bawaba.Simulator.Stage;
using Bawaba.Simulator.Stage.Films;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Benchmarks.Rooms;

internal sealed class SoakTrial(string folder, int minutes, int seed)
{
    internal const string Verb = "soak";
    private const int WarmMinutes = 10;
    private const double MostGrowth = 1.15;
    private static readonly TimeSpan SampleEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FaultLasts = TimeSpan.FromSeconds(20);
    private readonly Random _random = new(seed);
    private readonly List<SoakSample> _samples = [];

    internal async Task<int> RunAsync()
    {
        await using var simulator = new CameraSimulator(TimeProvider.System, NullLoggerFactory.Instance);
        var films = new Dictionary<CameraId, StageFilm>();
        for (var i = 1; i <= 2; i++)
        {
            var id = CameraId.Parse($"camera-{i}");
            var settings = new StageSettings { Seed = 60 + i, CameraName = $"SOAK {i}", FramesPerSecond = 10, DurationSeconds = 60, VehiclesPerMinute = 12 };
            films[id] = await StageFilm.MakeAsync(settings, StageFilm.DefaultFolder, NullLogger.Instance, CancellationToken.None);
            await films[id].Written;
            simulator.AddFilm(id, films[id].Path, 10, Task.CompletedTask);
        }
        simulator.Start(0);
        TrialGate.Write(folder, simulator, films);
        using var up = Process.Start(new ProcessStartInfo("dotnet", [TrialRoom.AppPath(), "up", "--no-demo", "--data", folder, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var talking = up.StandardOutput.ReadToEndAsync();
        try
        {
            await WatchAsync(up, simulator, [.. films.Keys]);
        }
        finally
        {
            using var stop = Process.Start("kill", ["-TERM", up.Id.ToString(CultureInfo.InvariantCulture)]);
            await stop.WaitForExitAsync();
            await up.WaitForExitAsync();
            await talking;
            foreach (var film in films.Values)
                await film.DisposeAsync();
        }
        return Report();
    }

    private async Task WatchAsync(Process up, CameraSimulator simulator, CameraId[] cameras)
    {
        var faults = Enum.GetValues<SimulatedFault>();
        var (clock, faultAt) = (Stopwatch.StartNew(), TimeSpan.FromMinutes(1));
        while (clock.Elapsed < TimeSpan.FromMinutes(minutes))
        {
            await Task.Delay(SampleEvery);
            _samples.Add(SoakSample.Take(up.Id, folder, clock.Elapsed));
            if (clock.Elapsed < faultAt)
                continue;
            faultAt += TimeSpan.FromMinutes(1);
            var fault = faults[_random.Next(faults.Length)];
            // The port is every camera's.
            simulator.Begin(fault is SimulatedFault.Refuse ? null : cameras[_random.Next(cameras.Length)], fault, FaultLasts);
            System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalMinutes:0} min: {FaultNames.Of(fault)}; {_samples[^1]}"));
        }
    }

    private int Report()
    {
        var csv = new StringBuilder("seconds,memory_mib,handles,threads,children,disk_mib\n");
        foreach (var s in _samples)
            csv.Append(CultureInfo.InvariantCulture, $"{s.Seconds:0},{s.MemoryMiB:0.0},{s.Handles},{s.Threads},{s.Children},{s.DiskMiB:0.00}\n");
        File.WriteAllText(Path.Combine(folder, "soak.csv"), csv.ToString());
        File.WriteAllText(Path.Combine(folder, "soak.svg"), SoakPlot.Draw(_samples));
        var warm = _samples.Where(s => s.Seconds >= WarmMinutes * 60).ToList();
        if (warm.Count < 20)
        {
            System.Console.WriteLine("too short to judge");
            return 0;
        }
        var fifth = warm.Count / 5;
        var grew = false;
        foreach (var (name, of) in SoakPlot.Figures)
        {
            var (first, last) = (Median(warm.Take(fifth).Select(of)), Median(warm.TakeLast(fifth).Select(of)));
            // Every vehicle here is wanted: alerts with their pictures stay for a day by law, and the disk grows by them.
            grew |= name != SoakPlot.Disk && last > (first * MostGrowth) + 1;
            System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {first:0.0} after {WarmMinutes} minutes, {last:0.0} at the end ({last / Math.Max(first, 1e-9):0.00}); least {warm.Min(of):0.0}, most {warm.Max(of):0.0}"));
        }
        return grew ? 1 : 0;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
