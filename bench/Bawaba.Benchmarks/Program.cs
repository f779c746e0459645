// Runs the benchmarks named on the command line; `--list flat` names them, `--filter '*'` runs all.
// A folder's benchmark is one class: the center's (intake rows, alert list) stand beside these when it is measured.
namespace Bawaba.Benchmarks;

internal static class Program
{
    private static void Main(string[] args) =>
        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
