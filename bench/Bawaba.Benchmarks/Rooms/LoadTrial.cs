// `rooms FOLDER [MINUTES] [RATE]`: the real center as a child, every gate of the demo city on its real road, so many hits a second, eighteen scripted
// screens that let pass what is beyond two hundred open alerts, and two Chromium. Measures what the center takes and when rows are seen.
using System.Diagnostics;
using System.Globalization;

namespace Bawaba.Benchmarks.Rooms;

internal sealed class LoadTrial(string folder, int minutes, int perSecond)
{
    internal const string Verb = "rooms";
    private const int OpenRows = 200;
    private const int Browsers = 2;
    private const int Scripted = LoadCity.People - Browsers;
    private const int FillPerSecond = 40;
    private static readonly TimeSpan SampleEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PersonLooksEvery = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<LoadSample> _samples = [];
    private int _hits;
    private int _rejected;

    internal async Task<int> RunAsync()
    {
        var city = new LoadCity(folder);
        await city.PrepareAsync();
        using var center = Process.Start(new ProcessStartInfo("dotnet", [TrialRoom.AppPath(), .. city.CenterArguments()]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            await RunAsync(city, center, await ReadyAsync(center));
            return 0;
        }
        finally
        {
            await _stop.CancelAsync();
            center.Kill();
            await center.WaitForExitAsync();
        }
    }

    private async Task RunAsync(LoadCity city, Process center, Uri address)
    {
        var gates = city.Gates.Select(gate => new LoadGate(city, gate)).ToList();
        var screens = city.Tokens.Take(Scripted).Select(token => new LoadScreen(address, token)).ToList();
        var running = screens.Select((screen, i) => Task.WhenAll(Task.Run(() => screen.RunAsync(_stop.Token)), Task.Run(() => WorkAsync(screen, i)))).ToList();
        await HitAsync(gates, TimeSpan.FromSeconds((double)OpenRows / FillPerSecond), FillPerSecond);
        var browsers = new List<LoadBrowser>();
        for (var i = 0; i < Browsers; i++)
            browsers.Add(await LoadBrowser.OpenAsync(address, city.Tokens[Scripted + i], i == 0 ? "ar-LY" : "en-GB"));
        await using (var heap = new HeapWatch(center.Id))
        {
            var began = TimeProvider.System.GetUtcNow();
            var work = await browsers[0].WorkAsync();
            var calls = screens.Sum(s => Interlocked.Read(ref s.Calls));
            var sampling = SampleAsync(center.Id, heap);
            await HitAsync(gates, TimeSpan.FromMinutes(minutes), perSecond);
            var until = TimeProvider.System.GetUtcNow();
            await sampling;
            // What was raised last may still be on its way.
            await Task.Delay(SampleEvery);
            var (called, shown) = (screens.Sum(s => Interlocked.Read(ref s.Calls)) - calls, await browsers[0].OpenRowsAsync());
            System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{called / (until - began).TotalSeconds:0} calls a second of {Scripted} scripted screens, {screens.Sum(s => s.Refused)} refused, {screens.Sum(s => s.Reloads)} reloads; {_rejected} let pass; {screens[0].Rows.Count} open rows in one, {shown} in Chromium; {gates.Sum(g => g.Pending)} records wait at gates"));
            await ReportAsync(city, browsers, (began - DateTimeOffset.UnixEpoch).TotalMilliseconds, (until - DateTimeOffset.UnixEpoch).TotalMilliseconds);
            System.Console.WriteLine($"a page's own thread, share of a core: {string.Join(", ", (await browsers[0].WorkAsync()).Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key} {(w.Value - work.GetValueOrDefault(w.Key)) / (until - began).TotalSeconds:P1}")))}");
            await browsers[0].ShotAsync(Path.Combine(folder, "room.png"));
            await browsers[0].SheetAsync(Path.Combine(folder, "sheet.pdf"));
        }
        foreach (var browser in browsers)
            await browser.DisposeAsync();
        await TimeAsync(screens[0]);
        await _stop.CancelAsync();
        foreach (var gate in gates)
            await gate.DisposeAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        screens.ForEach(s => s.Dispose());
    }

    private async Task HitAsync(List<LoadGate> gates, TimeSpan lasts, int rate)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate));
        for (var left = (int)(lasts.TotalSeconds * rate); left > 0; left--)
        {
            await timer.WaitForNextTickAsync();
            await gates[_hits % gates.Count].HitAsync(_hits++);
        }
    }

    // A person: the oldest beyond the two hundred, shared out by their ids.
    private async Task WorkAsync(LoadScreen screen, int person)
    {
        using var timer = new PeriodicTimer(PersonLooksEvery);
        while (await timer.WaitForNextTickAsync(_stop.Token))
        {
            foreach (var row in screen.Rows.Values.OrderBy(r => r.RaisedAt).SkipLast(OpenRows).Where(r => IsOf(person, r)).ToList())
            {
                try
                {
                    if (await screen.RejectAsync(row, _stop.Token))
                        Interlocked.Increment(ref _rejected);
                }
                catch (HttpRequestException)
                {
                    // The next look tries again.
                }
            }
        }
    }

    private static bool IsOf(int person, LoadRow row) => int.Parse(row.Id.AsSpan(row.Id.Length - 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % Scripted == person;

    private async Task SampleAsync(int process, HeapWatch heap)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromMinutes(minutes))
        {
            _samples.Add(LoadSample.Take(process, clock.Elapsed, heap.MiB));
            await Task.Delay(SampleEvery);
        }
        _samples.Add(LoadSample.Take(process, clock.Elapsed, heap.MiB));
        await File.WriteAllLinesAsync(Path.Combine(folder, "rooms.csv"), ["seconds,cpu_seconds,resident_mib,heap_mib,load_average", .. _samples.Select(s => s.ToString())]);
    }

    private async Task ReportAsync(LoadCity city, List<LoadBrowser> browsers, double from, double until)
    {
        var raised = city.Raised().Where(a => a.Value >= from && a.Value < until).ToDictionary(StringComparer.Ordinal);
        foreach (var browser in browsers)
        {
            var rows = await browser.RowsAsync();
            var delays = raised.Where(a => rows.ContainsKey(a.Key)).Select(a => rows[a.Key] - a.Value).Order().ToList();
            string At(double share) => delays.Count == 0 ? "-" : delays[Math.Min(delays.Count - 1, (int)(share * delays.Count))].ToString("0", CultureInfo.InvariantCulture);
            System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"raised to row: p50 {At(0.5)}, p90 {At(0.9)}, p99 {At(0.99)}, longest {At(1)} ms of {delays.Count}; {raised.Count - delays.Count} of {raised.Count} without a row"));
        }
        var (first, last) = (_samples[0], _samples[^1]);
        var share = (last.CpuSeconds - first.CpuSeconds) / (last.Seconds - first.Seconds) / Environment.ProcessorCount;
        System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the center's processor time: {share:P1} of {Environment.ProcessorCount} cores; load average {_samples.Average(s => s.LoadAverage):0.0}"));
        Say("resident", s => s.ResidentMiB);
        Say("managed heap", s => s.HeapMiB);
    }

    // With nothing else asked: what each of a page's calls costs, with two hundred rows open.
    private static async Task TimeAsync(LoadScreen screen)
    {
        var alert = screen.Rows.Keys.First();
        foreach (var (name, path) in new[] { ("the home page", "/"), ("two hundred rows", "/api/alerts?limit=200"), ("one row", $"/api/alerts?id={alert}"), ("a card", $"/alerts/{alert}") })
        {
            var took = await screen.TimeAsync(path, 50);
            System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, asked alone: {took:0.0} ms"));
        }
    }

    private void Say(string name, Func<LoadSample, double> of)
    {
        var third = _samples.Count / 3;
        var (middle, end) = (_samples.Skip(third).Take(third).Average(of), _samples.TakeLast(third).Average(of));
        System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {middle:0.0} MiB in the middle third, {end:0.0} in the last ({end / middle:0.00}); most {_samples.Max(of):0.0}"));
    }

    private static async Task<Uri> ReadyAsync(Process center)
    {
        while (await center.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("Ready: ", StringComparison.Ordinal))
                continue;
            _ = center.StandardOutput.ReadToEndAsync();
            return new(line["Ready: ".Length..]);
        }
        throw new InvalidOperationException("the center ended before it was ready");
    }
}
