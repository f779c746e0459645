namespace Bawaba.Benchmarks;

/// <summary>Runs the benchmarks named on the command line; <c>--list flat</c> names them.</summary>
internal static class Program
{
    private static void Main(string[] args) =>
        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
