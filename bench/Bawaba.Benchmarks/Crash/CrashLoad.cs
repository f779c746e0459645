// The process that gets killed: a center and its gates' outboxes under load, as `bawaba up` wires them, without cameras.
// Started by CrashTrial with the data folder; prints one line for every record whose append has returned, after it has.
// With --drain it appends nothing, delivers what is left and ends.
using Bawaba.Center;
using Bawaba.Contracts;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Outbox;
using Bawaba.Gate.Uplink;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Benchmarks.Crash;

internal static class CrashLoad
{
    internal const string Verb = "crash-load";
    internal const string Ready = "ready";
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(2);

    internal static async Task<int> RunAsync(string folder, bool drain)
    {
        var time = TimeProvider.System;
        await using var app = await OpenCenterAsync(folder);
        var center = app.Services.GetRequiredService<ICenterLink>();
        using var stop = new CancellationTokenSource();
        var outboxes = new List<GateOutbox>();
        var running = new List<Task>();
        foreach (var gate in CrashCity.Gates)
        {
            var outbox = GateOutbox.Open(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, gate.Value)).FullName, "outbox.db"), gate, time, NullLogger.Instance);
            outboxes.Add(outbox);
            running.Add(Task.Run(() => new GateUplink(gate, outbox, new GateMatcher(time).Accept, center, time, NullLogger.Instance).DeliverAsync(stop.Token)));
        }
        await using var lines = new StreamWriter(System.Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };
        await lines.WriteLineAsync(Ready);
        var drained = true;
        if (drain)
            drained = await DrainAsync(outboxes);
        else
            await Task.WhenAll(outboxes.Select((outbox, i) => AppendForeverAsync(outbox, CrashCity.Gates[i], lines, time)));
        await stop.CancelAsync();
        await Task.WhenAll(running);
        foreach (var outbox in outboxes)
            await outbox.DisposeAsync();
        return drained ? 0 : 1;
    }

    internal static async Task<WebApplication> OpenCenterAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddCenter(CrashCity.CenterOptions(folder));
        var app = builder.Build();
        await app.Services.PrepareCenterAsync(CancellationToken.None);
        return app;
    }

    // One hit in four: the rest are counts, as on a road.
    private static async Task AppendForeverAsync(GateOutbox outbox, GateId gate, StreamWriter lines, TimeProvider time)
    {
        for (var n = 0; ; n++)
        {
            var item = n % 4 == 0 ? CrashCity.Hit(gate, time) : CrashCity.Count(gate, time);
            await outbox.AppendAsync([item], CancellationToken.None);
            var line = item.Hit is { } hit ? $"hit {hit.Passage} {hit.Entry}" : $"count {item.Count!.Passage}";
            lock (lines)
                lines.WriteLine(line);
            await Task.Delay(Breath);
        }
    }

    private static async Task<bool> DrainAsync(List<GateOutbox> outboxes)
    {
        using var patience = new CancellationTokenSource(LongestDrain);
        while (outboxes.Exists(o => o.Pending > 0))
        {
            if (patience.IsCancellationRequested)
                return false;
            await Task.Delay(50);
        }
        return true;
    }
}
