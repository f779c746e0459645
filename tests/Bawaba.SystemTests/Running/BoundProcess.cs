// A server of Debian's as a child process that dies with this one, however it dies: the kernel's parent-death signal
// follows the thread that made the child, so all are started by one thread that lives as long as the process.
using System.Collections.Concurrent;
using System.Diagnostics;

namespace Bawaba.SystemTests.Running;

internal sealed class BoundProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> Requests = new(boundedCapacity: 16);
    private readonly Process _process;
    private readonly string _signal;

    static BoundProcess()
    {
        var thread = new Thread(StartAll) { IsBackground = true, Name = "child servers" };
        thread.Start();
    }

    private BoundProcess(Process process, string signal)
    {
        (_process, _signal) = (process, signal);
        _ = Task.WhenAll(Output.ReadAsync(process.StandardOutput), Errors.ReadAsync(process.StandardError));
    }

    internal CapturedOutput Output { get; } = new();

    internal CapturedOutput Errors { get; } = new();

    /// <summary>Starts a program that ends at the signal; as another user where this one is root and the program will not have that.</summary>
    internal static async Task<BoundProcess> StartAsync(string signal, string? user, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("setpriv", [.. As(user), "--pdeathsig", signal, program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Requests.Add((start, started));
        return new(await started.Task, signal);
    }

    /// <summary>Runs a program to its end; fails with what it said when it does not end well.</summary>
    internal static async Task RunAsync(string? user, string program, params IEnumerable<string> arguments)
    {
        await using var run = await StartAsync("KILL", user, program, arguments);
        if (await run.ExitAsync() is var code and not 0)
            throw new InvalidOperationException($"{program} ended with {code}\n{run.Said()}");
    }

    internal string Said() => $"{Output}\n{Errors}";

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", [$"-{_signal}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }
        await ExitAsync();
        _process.Dispose();
    }

    private async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    private static IEnumerable<string> As(string? user) => user is null ? [] : ["--reuid", user, "--regid", user, "--clear-groups"];

    private static void StartAll()
    {
        foreach (var (start, started) in Requests.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(start)!);
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
