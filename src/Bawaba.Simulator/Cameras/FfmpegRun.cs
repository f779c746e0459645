// Runs ffmpeg or ffprobe to its end. The child dies with this process, however it dies: setpriv gives it a
// parent-death signal, which follows the thread that started it, so one lasting thread starts them all.
using System.Collections.Concurrent;
using System.Diagnostics;

namespace Bawaba.Simulator.Cameras;

internal static class FfmpegRun
{
    private const int MaxSaidChars = 4 << 20;
    private static readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> Requests = new(boundedCapacity: 64);

    static FfmpegRun() => new Thread(StartAll) { IsBackground = true, Name = "simulator children" }.Start();

    /// <summary>What it wrote on standard output; throws <see cref="InvalidDataException"/> with its last words when it fails.</summary>
    internal static async Task<string> ToEndAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var child = await StartAsync(program, arguments).ConfigureAwait(false);
        try
        {
            child.StandardInput.Close();
            var words = LastWordsAsync(child.StandardError);
            var said = await ReadAsync(child.StandardOutput, cancellation).ConfigureAwait(false);
            await child.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return child.ExitCode == 0 ? said : throw new InvalidDataException(await words.ConfigureAwait(false));
        }
        finally
        {
            if (!child.HasExited)
                child.Kill();
        }
    }

    /// <summary>A running child with all three pipes.</summary>
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

    private static async Task<string> ReadAsync(StreamReader output, CancellationToken cancellation)
    {
        var said = new System.Text.StringBuilder();
        var buffer = new char[1 << 14];
        while (await output.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
        {
            said.Append(buffer, 0, read);
            if (said.Length > MaxSaidChars)
                throw new InvalidDataException("The film has too many pictures.");
        }
        return said.ToString();
    }

    private static async Task<string> LastWordsAsync(StreamReader error)
    {
        var last = "it said nothing";
        while (await error.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (line.Length > 0)
                last = line.Length > 300 ? line[..300] : line;
        }
        return last;
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
