// `road`: a center and a gate as processes of their own, with a road between them that is cut, slow and lossy, and both killed
// again and again (SIGKILL), with `--postgres` the database as well. Then everything is let drain and sets are compared: every
// record whose append had returned is in the center exactly once, every hit is one alert. Exit code 1 where that is not so.
using System.Diagnostics;
using System.Globalization;
using Bawaba.Benchmarks.Crash;
using Bawaba.SystemTests.Postgres;

namespace Bawaba.Benchmarks.Roads;

internal sealed class RoadTrial(string folder, int kills, int seconds, bool postgres, int seed)
{
    internal const string Verb = "road";
    private const int PerSecond = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly HashSet<string> _hits = new(StringComparer.Ordinal);
    private readonly HashSet<string> _counts = new(StringComparer.Ordinal);
    private readonly Random _random = new(seed);
    private readonly BadRoad _road = new();
    private readonly Dictionary<RoadState, double> _secondsOf = [];
    private int _gateKills;
    private RoadCity _city = null!;
    private RoadMachines? _machines;

    internal async Task<int> RunAsync()
    {
        Directory.CreateDirectory(folder);
        var server = postgres ? await PostgresServer.StartAsync() : null;
        try
        {
            return await RunAsync(server);
        }
        finally
        {
            _machines?.End();
            if (server is not null)
                await server.DisposeAsync();
        }
    }

    private async Task<int> RunAsync(PostgresServer? server)
    {
        _city = new(folder, server is null ? null : server.Text(await server.NewDatabaseAsync()));
        await _city.PrepareAsync();
        _machines = new(_city);
        await _road.OpenAsync();
        await _machines.StartCenterAsync();
        var reading = await StartGateAsync(PerSecond);
        var began = Stopwatch.StartNew();
        for (var kill = 1; kill <= kills; kill++)
        {
            await LiveAsync(TimeSpan.FromSeconds((seconds * (double)kill / kills) - began.Elapsed.TotalSeconds));
            var victim = await KillAsync(server, reading);
            reading = victim.Reading;
            Say($"kill {kill} of {kills}: {victim.Name}; the road is {_road.State}; {_hits.Count} hits and {_counts.Count} counts appended so far");
        }
        _road.State = RoadState.Good;
        await StopGateAsync(reading);
        var drain = await StartGateAsync(0);
        await drain.WaitAsync(Patience);
        return await _machines!.GateEndedWellAsync() ? await CompareAsync() : 1;
    }

    // The road changes every few seconds, whether or not anything is killed.
    private async Task LiveAsync(TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < time)
        {
            _road.State = (RoadState)_random.Next(4);
            var rest = (time - clock.Elapsed).TotalSeconds;
            var part = Math.Min(Math.Max(rest, 0), 2 + (_random.NextDouble() * 8));
            _secondsOf[_road.State] = _secondsOf.GetValueOrDefault(_road.State) + part;
            await Task.Delay(TimeSpan.FromSeconds(part));
        }
    }

    private async Task<(string Name, Task Reading)> KillAsync(PostgresServer? server, Task reading)
    {
        switch (_random.Next(server is null ? 2 : 3))
        {
            case 0:
                await _machines!.KillCenterAsync();
                await _machines!.StartCenterAsync();
                return ("center", reading);
            case 1:
                await StopGateAsync(reading);
                return ("gate", await StartGateAsync(PerSecond));
            default:
                await server!.KillAsync();
                await server.StartAgainAsync();
                return ("database", reading);
        }
    }

    private Task<Task> StartGateAsync(int perSecond) =>
        _machines!.StartGateAsync([RoadLoad.Verb, folder, perSecond.ToString(CultureInfo.InvariantCulture)], Note);

    private async Task StopGateAsync(Task reading)
    {
        _gateKills++;
        await _machines!.KillGateAsync();
        await reading;
    }

    // The last line may be cut by the kill: its record had been appended, but its name is not whole.
    private void Note(string[] words)
    {
        if (words is ["hit", { Length: 32 } passage, { Length: CrashCity.EntryIdLength } entry])
            _hits.Add($"{passage} {entry}");
        else if (words is ["count", { Length: 32 } counted])
            _counts.Add(counted);
    }

    private async Task<int> CompareAsync()
    {
        var alerts = await _city.RowsAsync(CrashCity.AlertNames);
        var counted = Convert.ToInt64((await _city.RowsAsync("SELECT CAST(sum(passages) AS TEXT) FROM passage_count"))[0], CultureInfo.InvariantCulture);
        var lost = _hits.Except(alerts, StringComparer.Ordinal).Count();
        var doubled = alerts.Count - alerts.Distinct(StringComparer.Ordinal).Count();
        // A record may have been appended and its line not yet printed: at most one a kill of the gate.
        var unnamed = alerts.Except(_hits, StringComparer.Ordinal).Count() + counted - _counts.Count;
        foreach (var (state, time) in _secondsOf)
            Say($"the road was {state} for {time:0} s");
        Say($"{kills} kills ({_gateKills} of the gate): {_hits.Count} hits appended, {alerts.Count} alerts, {lost} lost, {doubled} doubled; {_counts.Count} counts appended, {counted} counted; {unnamed} appended without a printed line (at most {_gateKills})");
        return lost == 0 && doubled == 0 && counted >= _counts.Count && unnamed >= 0 && unnamed <= _gateKills ? 0 : 1;
    }

    private static void Say(FormattableString text) => System.Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
