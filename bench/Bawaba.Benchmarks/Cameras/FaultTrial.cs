// `camera-faults FOLDER [REPETITIONS] [SEED]`: every fault of the camera simulator against a gate's camera worker with a real
// ffmpeg, all faults side by side, again and again. Each must be shown, and the camera be well again within 30 s after its
// fault has ended; in the last rounds the process must hold no more children, threads, handles and frames than in the
// first. Run by hand for the long run and by the system tests for a short one; exit code 1 when any of it fails.
using System.Diagnostics;
using System.Globalization;
using Bawaba.Simulator.Faults;
using Bawaba.Vision;

namespace Bawaba.Benchmarks.Cameras;

internal sealed class FaultTrial(string folder, int rounds, int seed)
{
    internal const string Verb = "camera-faults";
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(30);
    private readonly Random _random = new(seed);

    internal async Task<int> RunAsync()
    {
        Directory.CreateDirectory(folder);
        var film = await TrialFilm.MakeAsync(folder);
        using var reader = new PlateReader(new() { ModelsFolder = TrialFilm.ModelsFolder });
        var cameras = new List<FaultyCamera>();
        try
        {
            foreach (var fault in Enum.GetValues<SimulatedFault>())
                cameras.Add(await FaultyCamera.StartAsync(fault, film, folder, reader));
            await Task.WhenAll(cameras.Select(camera => camera.WellAsync()));
            return await RoundsAsync(cameras);
        }
        finally
        {
            foreach (var camera in cameras)
                await camera.DisposeAsync();
        }
    }

    private async Task<int> RoundsAsync(List<FaultyCamera> cameras)
    {
        var holdings = new List<Holdings> { await Holdings.SettledAsync(cameras.Count) };
        var clock = Stopwatch.StartNew();
        for (var round = 1; round <= rounds; round++)
        {
            // A fault ends at another moment of the gate's waits and tries in each round.
            await Task.WhenAll(cameras.Select(camera => camera.RoundAsync(TimeSpan.FromSeconds(_random.NextDouble() * 15))));
            holdings.Add(await Holdings.SettledAsync(cameras.Count));
            System.Console.WriteLine(Invariant($"round {round} of {rounds} after {clock.Elapsed.TotalSeconds:0} s: {holdings[^1]}; slowest recovery {cameras.Max(c => c.Recoveries[^1].TotalSeconds):0.0} s"));
        }
        System.Console.WriteLine("fault         rounds  shown  shown after s (median, longest)  well again after s (median, longest)");
        foreach (var camera in cameras)
            System.Console.WriteLine(camera.Line());
        // What leaks grows and stays; what a loaded machine needs for a moment is gone again in some round.
        var third = Math.Max(1, rounds / 3);
        var (first, last) = (Holdings.Least(holdings.Take(third)), Holdings.Least(holdings.TakeLast(third)));
        var leaks = last.Exceeds(first, rounds);
        System.Console.WriteLine(Invariant($"least in the first {third} counts: {first}; in the last {third}: {last}: {(leaks ? "LEAK" : "no leak")}"));
        var slow = cameras.Where(c => c.Recoveries.Exists(r => r > LongestRecovery) || c.Shown < rounds).Select(c => FaultNames.Of(c.Fault)).ToList();
        System.Console.WriteLine(slow.Count == 0 ? Invariant($"all {cameras.Count} faults shown in each of {rounds} rounds and well again within {LongestRecovery.TotalSeconds:0} s") : $"FAILED: {string.Join(", ", slow)}");
        return leaks || slow.Count > 0 ? 1 : 0;
    }

    internal static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
