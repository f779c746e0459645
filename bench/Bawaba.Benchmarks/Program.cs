// Measurements: BenchmarkDotNet's by name, and trials of the whole system as verbs of their own.
using System.Globalization;
using Bawaba.Benchmarks.Cameras;
using Bawaba.Benchmarks.Crash;
using Bawaba.Benchmarks.Law;
using Bawaba.Benchmarks.Roads;
using Bawaba.Benchmarks.Rooms;

namespace Bawaba.Benchmarks;

/// <summary>
/// <c>--list flat</c> names the benchmarks; <c>crash FOLDER [KILLS] [SEED]</c> runs the crash trial; <c>camera-faults FOLDER [ROUNDS] [SEED]</c> every camera fault;
/// <c>road FOLDER [KILLS] [SECONDS] [SEED] [--postgres]</c> a gate apart over a bad road; <c>offline FOLDER [DAYS] [BITS]</c> drains weeks over a thin one;
/// <c>full-disk FOLDER</c> fills an outbox's disk; <c>watch FOLDER VIDEO PLATE</c> shows a video's wanted plate in a browser; <c>latency FOLDER [HITS]</c> measures from line to row, <c>live FOLDER [OPENINGS]</c> live video; <c>soak FOLDER [MINUTES]</c> an hour with faults; <c>rooms FOLDER [MINUTES] [RATE]</c> a full room; <c>law FOLDER</c> the longest list, from a file to a gate.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case [CrashLoad.Verb, var folder, ..]:
                return await CrashLoad.RunAsync(folder, args.Contains("--drain", StringComparer.Ordinal));
            case [CrashTrial.Verb, var folder, .. var rest]:
                return await new CrashTrial(folder, Number(rest, 0, 20), Number(rest, 1, 1)).RunAsync();
            case [FaultTrial.Verb, var folder, .. var rest]:
                return await new FaultTrial(Path.GetFullPath(folder), Number(rest, 0, 3), Number(rest, 1, 1)).RunAsync();
            case [FullDiskTrial.Verb, var folder]:
                return await new FullDiskTrial(Path.GetFullPath(folder)).RunAsync();
            case [WatchTrial.Verb, var folder, var video, var plate]:
                return await WatchTrial.RunAsync(Path.GetFullPath(folder), video, plate);
            case [LiveTrial.Verb, var folder, .. var rest]:
                return await new LiveTrial(Path.GetFullPath(folder), Number(rest, 0, 10)).RunAsync();
            case [LawTrial.Verb, var folder]:
                return await LawTrial.RunAsync(Path.GetFullPath(folder));
            case [SoakTrial.Verb, var folder, .. var rest]:
                return await new SoakTrial(Path.GetFullPath(folder), Number(rest, 0, 60), Number(rest, 1, 1)).RunAsync();
            case [LatencyTrial.Verb, var folder, .. var rest]:
                return await new LatencyTrial(Path.GetFullPath(folder), Number(rest, 0, 200)).RunAsync();
            case [LoadTrial.Verb, var folder, .. var rest]:
                return await new LoadTrial(Path.GetFullPath(folder), Number(rest, 0, 10), Number(rest, 1, 10)).RunAsync();
            case [RoadLoad.Verb, var folder, .. var rest]:
                return await RoadLoad.RunAsync(folder, Number(rest, 0, 0));
            case [OfflineLoad.Verb, var folder]:
                return await OfflineLoad.RunAsync(folder);
            case [OfflineTrial.Verb, var folder, .. var rest]:
                return await Namespaces.RunInsideAsync(args, new OfflineTrial(Path.GetFullPath(folder), Number(rest, 0, 30), Number(rest, 1, 512_000)).RunAsync);
            case [RoadTrial.Verb, var folder, .. var rest]:
                var numbers = rest.Where(word => !word.StartsWith('-')).ToArray();
                var postgres = rest.Contains("--postgres", StringComparer.Ordinal);
                return await Namespaces.RunInsideAsync(args, new RoadTrial(Path.GetFullPath(folder), Number(numbers, 0, 30), Number(numbers, 1, 600), postgres, Number(numbers, 2, 1)).RunAsync);
            default:
                BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                return 0;
        }
    }

    private static int Number(string[] words, int place, int otherwise) =>
        words.Length > place ? int.Parse(words[place], CultureInfo.InvariantCulture) : otherwise;
}
