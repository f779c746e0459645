// `offline`: thirty days of a gate that was cut off (5,000 passages a day, 500 hits) drain over a road of 512 kb/s, while new hits
// are made: how long such a hit takes to its alert, how long the drain takes, and what the outbox took on disk.
using System.Diagnostics;
using System.Globalization;
using Bawaba.Benchmarks.Crash;
using Bawaba.Gate.Outbox;

namespace Bawaba.Benchmarks.Roads;

internal sealed class OfflineTrial(string folder, int days, int bitsPerSecond)
{
    internal const string Verb = "offline";
    private const int PassagesADay = 5_000;
    private const double HitsADay = 500 / 30.0;
    private const int CropBytes = 8_000;
    private const int OverviewBytes = 60_000;

    // What docs/operations/data-folder.md says a record takes.
    private const int PredictedCountBytes = 250;
    private const int PredictedHitBytes = CropBytes + OverviewBytes + 4_000;
    private const long ReserveBytes = 2 << 20;
    private const int Batch = 500;
    private readonly Dictionary<string, long> _news = new(StringComparer.Ordinal);

    /// <summary>As large as a camera's, and as hard to pack.</summary>
    internal static Contracts.EvidencePictures Pictures()
    {
        var (crop, overview) = (new byte[CropBytes], new byte[OverviewBytes]);
        Random.Shared.NextBytes(crop);
        Random.Shared.NextBytes(overview);
        return new() { CropJpeg = crop, OverviewJpeg = overview };
    }

    internal async Task<int> RunAsync()
    {
        Directory.CreateDirectory(folder);
        var city = new RoadCity(folder, null);
        await city.PrepareAsync();
        var (counts, hits) = (days * PassagesADay, (int)Math.Round(days * HitsADay));
        var filling = Stopwatch.StartNew();
        await FillAsync(counts, hits);
        var size = new DirectoryInfo(RoadCity.GateFolder(folder)).EnumerateFiles("outbox*").Sum(f => f.Length);
        var predicted = ReserveBytes + ((long)counts * PredictedCountBytes) + ((long)hits * PredictedHitBytes);
        Say($"{days} days: {counts} counts and {hits} hits appended in {filling.Elapsed.TotalSeconds:0} s; {size / 1e6:0.0} MB on disk, predicted {predicted / 1e6:0.0} ({100.0 * size / predicted:0} %)");
        var road = new BadRoad { SlowBitsPerSecond = bitsPerSecond, State = RoadState.Slow };
        await road.OpenAsync();
        var machines = new RoadMachines(city);
        try
        {
            await machines.StartCenterAsync();
            var draining = Stopwatch.StartNew();
            var reading = await machines.StartGateAsync([OfflineLoad.Verb, folder], Note);
            await reading;
            var drained = await machines.GateEndedWellAsync();
            Say($"drained in {draining.Elapsed.TotalSeconds:0} s at {bitsPerSecond} b/s");
            var left = new DirectoryInfo(RoadCity.GateFolder(folder)).EnumerateFiles("outbox*").Sum(f => f.Length);
            Say($"{left / 1e6:0.0} MB on disk afterwards");
            return drained && await CompareAsync(city, counts, hits) ? 0 : 1;
        }
        finally
        {
            machines.End();
        }
    }

    private async Task FillAsync(int counts, int hits)
    {
        await using var outbox = RoadGate.OpenOutbox(folder);
        var now = TimeProvider.System.GetUtcNow();
        var (every, random) = (counts / hits, new Random(1));
        var items = new List<OutboxItem>();
        for (var i = 0; i < counts; i++)
        {
            var at = now - TimeSpan.FromDays(days * (1 - ((double)i / counts))) + TimeSpan.FromSeconds(random.NextDouble());
            var count = CrashCity.Count(RoadCity.Gate, TimeProvider.System);
            items.Add(count with { RecordedAt = at, Count = count.Count! with { PassedAt = at } });
            if (i % every == 0 && i / every < hits)
            {
                var hit = CrashCity.Hit(RoadCity.Gate, TimeProvider.System);
                items.Add(hit with { RecordedAt = at, Pictures = Pictures(), Hit = hit.Hit! with { PassedAt = at, CapturedAt = at, MatchedAt = at } });
            }
            if (items.Count < Batch && i < counts - 1)
                continue;
            await outbox.AppendAsync(items, CancellationToken.None);
            items = [];
        }
    }

    private void Note(string[] words)
    {
        if (words is ["news", { Length: 32 } passage, var at])
            _news[passage] = long.Parse(at, CultureInfo.InvariantCulture);
        else if (words is ["pending", var pending])
            Say($"{pending} records wait");
    }

    private async Task<bool> CompareAsync(RoadCity city, int counts, int hits)
    {
        var alerts = (await city.RowsAsync("SELECT passage || ' ' || raised_at FROM alert")).Select(row => row.Split(' ')).ToList();
        var counted = Convert.ToInt64((await city.RowsAsync("SELECT CAST(sum(passages) AS TEXT) FROM passage_count"))[0], CultureInfo.InvariantCulture);
        var raised = alerts.ToDictionary(row => row[0], row => long.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var took = _news.Where(n => raised.ContainsKey(n.Key)).Select(n => (raised[n.Key] - n.Value) / 1000.0).Order().ToList();
        double At(double share) => took[Math.Min(took.Count - 1, (int)(share * took.Count))];
        Say($"{counted} counted of {counts}; {alerts.Count} alerts of {hits} and {_news.Count}");
        Say($"news to alert, {took.Count} hits: p50 {At(0.5):0} ms, p90 {At(0.9):0} ms, p99 {At(0.99):0} ms, longest {took[^1]:0} ms");
        return counted == counts && alerts.Count == hits + _news.Count && took.Count == _news.Count;
    }

    private static void Say(FormattableString text) => System.Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
