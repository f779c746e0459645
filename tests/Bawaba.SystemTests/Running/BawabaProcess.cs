// The built program as a child process, as a person would run it. Used by every system test.
// Promises: nothing it started outlives DisposeAsync, and every wait has a limit and tells what the child said.
using System.Diagnostics;

namespace Bawaba.SystemTests.Running;

internal sealed class BawabaProcess : IAsyncDisposable
{
    private static readonly TimeSpan DisposePatience = TimeSpan.FromSeconds(20);
    private readonly Process _process;
    private readonly Task _reading;

    private BawabaProcess(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(Output.ReadAsync(process.StandardOutput), Errors.ReadAsync(process.StandardError));
    }

    internal CapturedOutput Output { get; } = new();

    internal CapturedOutput Errors { get; } = new();

    internal int Id => _process.Id;

    /// <summary>
    /// Starts <c>bawaba-app</c> with these arguments. For a server let the system choose the port:
    /// <c>Start("up", "--data", dir, "--urls", "http://127.0.0.1:0")</c>, then <see cref="ReadyAsync"/> tells it.
    /// </summary>
    internal static BawabaProcess Start(params IReadOnlyList<string> arguments) => StartUnder([], arguments);

    /// <summary>The same, begun by another program: <c>strace</c> with its words. <see cref="Id"/> is then that program's.</summary>
    internal static BawabaProcess StartUnder(IReadOnlyList<string> before, params IReadOnlyList<string> arguments)
    {
        if (!File.Exists(Repository.AppPath))
            throw new FileNotFoundException($"{Repository.AppPath} is not built");
        string[] command = [.. before, "dotnet", Repository.AppPath, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        // What the surroundings switch off must not stand in for what the program switches off itself.
        foreach (var name in (string[])["ORT_DISABLE_TELEMETRY", "CI", "GITHUB_ACTIONS", "TF_BUILD"])
            start.Environment.Remove(name);
        return new(Process.Start(start)!);
    }

    /// <summary>The address after <c>Ready: </c>; fails with what the child said when it ends or takes too long.</summary>
    internal async Task<Uri> ReadyAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            var line = await Output.LineStartingAsync("Ready: ", limit.Token)
                ?? throw new InvalidOperationException($"the program ended before it was ready\n{Said()}");
            return new(line["Ready: ".Length..]);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"not ready after {patience.TotalSeconds:0} s\n{Said()}");
        }
    }

    /// <summary>Waits for the program to end by itself and returns its exit code; both outputs are then complete.</summary>
    internal async Task<int> ExitAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            await _reading.WaitAsync(limit.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"still running after {patience.TotalSeconds:0} s\n{Said()}");
        }
    }

    /// <summary>Asks it to stop, as Ctrl-C (INT) or a service manager (TERM) does, and returns the exit code.</summary>
    internal async Task<int> StopAsync(TimeSpan patience, string signal = "INT")
    {
        using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await ExitAsync(patience);
    }

    /// <summary><c>kill -9</c>: this process alone, so that a test sees whether its children die with it.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Everything the child said so far, for the message of a failing test.</summary>
    internal string Said() => $"--- standard output\n{Output}\n--- standard error\n{Errors}";

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        using var limit = new CancellationTokenSource(DisposePatience);
        await _process.WaitForExitAsync(limit.Token);
        // A grandchild that survived would hold the pipes open: the reader is left to end with it.
        await _reading.WaitAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Dispose();
    }
}
