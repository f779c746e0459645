// Measurements: BenchmarkDotNet's by name, and trials of the whole system as verbs of their own.
using System.Globalization;
using Bawaba.Benchmarks.Crash;

namespace Bawaba.Benchmarks;

/// <summary>
/// <c>--list flat</c> names the benchmarks; <c>crash FOLDER [KILLS] [SEED]</c> runs the crash trial.
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
            default:
                BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                return 0;
        }
    }

    private static int Number(string[] words, int place, int otherwise) =>
        words.Length > place ? int.Parse(words[place], CultureInfo.InvariantCulture) : otherwise;
}
