// The trials of bench/ as child processes, for their short runs among the system tests.
using System.Diagnostics;

namespace Bawaba.SystemTests.Running;

internal static class Trial
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>The program with the trials, built in the same configuration as this test.</summary>
    internal static string Program { get; } = Path.Combine(
        Repository.Root, "bench", "Bawaba.Benchmarks", "bin", Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(Repository.AppPath)))!, "net10.0", "Bawaba.Benchmarks.dll");

    /// <summary>Runs a command to its end; gives its exit code and what it wrote.</summary>
    internal static async Task<(int Code, string Said)> RunAsync(string command, params IReadOnlyList<string> arguments)
    {
        using var trial = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var said = await trial.StandardOutput.ReadToEndAsync(patience.Token);
            await trial.WaitForExitAsync(patience.Token);
            return (trial.ExitCode, said);
        }
        finally
        {
            if (!trial.HasExited)
                trial.Kill(entireProcessTree: true);
        }
    }
}
