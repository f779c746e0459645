// The process of the road trial's gate: made-up records for a camera's, and a line for every record whose append has returned.
using Bawaba.Benchmarks.Crash;

namespace Bawaba.Benchmarks.Roads;

internal static class RoadLoad
{
    internal const string Verb = "road-load";
    internal const string Ready = "ready";
    private const int OneHitIn = 20;

    /// <param name="perSecond">Records appended a second; 0: appends nothing, and ends when all is delivered.</param>
    internal static async Task<int> RunAsync(string folder, int perSecond)
    {
        await using var lines = new StreamWriter(System.Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };
        await using var gate = new RoadGate(folder);
        await lines.WriteLineAsync(Ready);
        for (var n = 0; perSecond > 0; n++)
        {
            var item = n % OneHitIn == 0 ? CrashCity.Hit(RoadCity.Gate, TimeProvider.System) : CrashCity.Count(RoadCity.Gate, TimeProvider.System);
            await gate.Outbox.AppendAsync([item], CancellationToken.None);
            await lines.WriteLineAsync(item.Hit is { } hit ? $"hit {hit.Passage} {hit.Entry}" : $"count {item.Count!.Passage}");
            await Task.Delay(TimeSpan.FromSeconds(1.0 / perSecond));
        }
        while (gate.Outbox.Pending > 0)
            await Task.Delay(500);
        return 0;
    }
}
