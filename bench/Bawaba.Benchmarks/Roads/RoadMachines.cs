// The two machines of a road trial as processes: the real center on this side of the road, the gate's process in its namespace.
using System.Diagnostics;
using Bawaba.Benchmarks.Rooms;

namespace Bawaba.Benchmarks.Roads;

internal sealed class RoadMachines(RoadCity city)
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private Process? _center;
    private Process? _gate;

    internal async Task StartCenterAsync()
    {
        _center = Process.Start(new ProcessStartInfo("dotnet", [TrialRoom.AppPath(), .. city.CenterArguments()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var errors = _center.StandardError.ReadToEndAsync();
        while (await _center.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("Ready: ", StringComparison.Ordinal))
                continue;
            _ = _center.StandardOutput.ReadToEndAsync();
            return;
        }
        throw new InvalidOperationException($"the center did not start: {await errors}");
    }

    /// <summary>Starts the gate's process; what is returned ends when that process has said everything.</summary>
    internal async Task<Task> StartGateAsync(string[] words, Action<string[]> note)
    {
        var gate = _gate = Process.Start(new ProcessStartInfo("ip", ["netns", "exec", BadRoad.GateSide, "dotnet", typeof(RoadMachines).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = Task.Run(async () =>
        {
            while (await gate.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line == RoadLoad.Ready)
                    ready.TrySetResult();
                else
                    note(line.Split(' '));
            }
            ready.TrySetException(new InvalidOperationException("the gate's process ended before it was ready"));
        });
        await ready.Task.WaitAsync(StartPatience);
        return reading;
    }

    internal async Task KillCenterAsync()
    {
        _center!.Kill();
        await _center.WaitForExitAsync();
    }

    internal async Task KillGateAsync()
    {
        _gate!.Kill();
        await _gate.WaitForExitAsync();
    }

    internal async Task<bool> GateEndedWellAsync()
    {
        await _gate!.WaitForExitAsync();
        return _gate.ExitCode == 0;
    }

    internal void End()
    {
        _gate?.Kill();
        _center?.Kill();
    }
}
