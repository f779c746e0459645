// The process of the offline trial's gate: delivers what weeks have left, and meanwhile a new hit every few seconds.
using System.Globalization;
using Bawaba.Benchmarks.Crash;

namespace Bawaba.Benchmarks.Roads;

internal static class OfflineLoad
{
    internal const string Verb = "offline-load";
    private static readonly TimeSpan HitEvery = TimeSpan.FromSeconds(8);

    internal static async Task<int> RunAsync(string folder)
    {
        await using var lines = new StreamWriter(System.Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };
        await using var gate = new RoadGate(folder);
        await lines.WriteLineAsync(RoadLoad.Ready);
        long news = 0;
        // The hits that are news leave at most their wide pictures behind.
        while (gate.Outbox.Pending > 2)
        {
            var hit = CrashCity.Hit(RoadCity.Gate, TimeProvider.System) with { Pictures = OfflineTrial.Pictures() };
            await gate.Outbox.AppendAsync([hit], CancellationToken.None);
            var at = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
            await lines.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"news {hit.Hit!.Passage} {at}"));
            if (++news % 10 == 0)
                await lines.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"pending {gate.Outbox.Pending}"));
            await Task.Delay(HitEvery);
        }
        return 0;
    }
}
