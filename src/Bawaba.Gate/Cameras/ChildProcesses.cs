// Starts child processes that die with this one, however it dies: the kernel's parent-death signal follows the thread
// that made the child, so every child is started by one thread that lives as long as the process.
// Called by FfmpegSource and LiveCamera. Linux only (setpriv of util-linux sets the signal).
using System.Collections.Concurrent;
using System.Diagnostics;

namespace Bawaba.Gate.Cameras;

internal static class ChildProcesses
{
    private static readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> Requests = new(boundedCapacity: 256);

    static ChildProcesses()
    {
        var thread = new Thread(StartAll) { IsBackground = true, Name = "child processes" };
        thread.Start();
    }

    internal static Task<Process> StartAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("setpriv")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (IEnumerable<string>)["--pdeathsig", "KILL", program, .. arguments])
            start.ArgumentList.Add(argument);
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Requests.Add((start, started));
        return started.Task;
    }

    /// <summary>Ends the child and what it started, and returns when it is gone.</summary>
    internal static async Task EndAsync(Process child)
    {
        try
        {
            if (!child.HasExited)
                child.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself in the same moment.
        }
        await child.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private static void StartAll()
    {
        foreach (var (start, started) in Requests.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(start) ?? throw new InvalidOperationException("The process did not start."));
            }
#pragma warning disable CA1031 // The fault belongs to whoever asked for the process; this thread must outlive it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                started.SetException(e);
            }
        }
    }
}
