// `crash`: kills a loaded center with its gates again and again (SIGKILL), then lets it drain and compares sets: every
// record whose append had returned is in the center exactly once, and every hit is one alert. Run by hand for the long
// run and by the system tests for a short one; exit code 1 when anything is lost or doubled.
using System.Diagnostics;
using System.Globalization;

namespace Bawaba.Benchmarks.Crash;

internal sealed class CrashTrial(string folder, int kills, int seed)
{
    internal const string Verb = "crash";
    private readonly HashSet<string> _hits = new(StringComparer.Ordinal);
    private readonly HashSet<string> _counts = new(StringComparer.Ordinal);
    private readonly Random _random = new(seed);

    internal async Task<int> RunAsync()
    {
        CrashCity.WriteFiles(folder);
        for (var kill = 1; kill <= kills; kill++)
        {
            await LoadAndKillAsync(TimeSpan.FromMilliseconds(_random.Next(150, 2500)));
            System.Console.WriteLine(Invariant($"kill {kill} of {kills}: {_hits.Count} hits and {_counts.Count} counts appended so far"));
        }
        using var drain = Start(drain: true);
        await drain.StandardOutput.ReadToEndAsync();
        await drain.WaitForExitAsync();
        if (drain.ExitCode == 0)
            return Compare();
        System.Console.WriteLine("the outboxes did not drain");
        return 1;
    }

    private async Task LoadAndKillAsync(TimeSpan life)
    {
        using var child = Start(drain: false);
        var reading = ReadAsync(child);
        await reading.Ready.WaitAsync(TimeSpan.FromSeconds(30));
        await Task.Delay(life);
        child.Kill();
        await child.WaitForExitAsync();
        await reading.All;
    }

    private (Task Ready, Task All) ReadAsync(Process child)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (ready.Task, Task.Run(async () =>
        {
            while (await child.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line == CrashLoad.Ready)
                    ready.TrySetResult();
                else
                    Note(line.Split(' '));
            }
            ready.TrySetException(new InvalidOperationException("the loaded process ended before it was ready"));
        }));
    }

    // The last line may be cut by the kill: its record had been appended, but its name is not whole.
    private void Note(string[] words)
    {
        if (words is ["hit", { Length: 32 } passage, { Length: CrashCity.EntryIdLength } entry])
            _hits.Add($"{passage} {entry}");
        else if (words is ["count", { Length: 32 } counted])
            _counts.Add(counted);
    }

    private int Compare()
    {
        var alerts = CrashCity.Rows(folder, CrashCity.AlertNames);
        var counted = Convert.ToInt64(CrashCity.Rows(folder, "SELECT CAST(sum(passages) AS TEXT) FROM passage_count")[0], CultureInfo.InvariantCulture);
        var lost = _hits.Except(alerts, StringComparer.Ordinal).Count();
        var doubled = alerts.Count - alerts.Distinct(StringComparer.Ordinal).Count();
        // A record may have been appended and its line not yet printed: at most one a gate and kill.
        var unnamed = alerts.Except(_hits, StringComparer.Ordinal).Count() + counted - _counts.Count;
        var inFlight = kills * CrashCity.Gates.Count;
        System.Console.WriteLine(Invariant($"{kills} kills: {_hits.Count} hits appended, {alerts.Count} alerts, {lost} lost, {doubled} doubled; {_counts.Count} counts appended, {counted} counted; {unnamed} appended without a printed line (at most {inFlight})"));
        return lost == 0 && doubled == 0 && counted >= _counts.Count && unnamed >= 0 && unnamed <= inFlight ? 0 : 1;
    }

    private Process Start(bool drain)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(CrashTrial).Assembly.Location);
        start.ArgumentList.Add(CrashLoad.Verb);
        start.ArgumentList.Add(folder);
        if (drain)
            start.ArgumentList.Add("--drain");
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
