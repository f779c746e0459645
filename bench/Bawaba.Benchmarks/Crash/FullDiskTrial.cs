// `full-disk FOLDER`: one gate whose outbox lies on a small file system of its own (FOLDER/east, mounted by the caller)
// appends hits with the road to the center broken until the disk refuses; then the road is mended and nothing else is
// freed: what was accepted must drain, the append that waited must succeed, and each hit be one alert. Run by hand and by
// the system tests; exit code 1 when the fault was not seen, anything is lost or doubled, or the gate does not recover.
using System.Diagnostics;
using System.Globalization;
using Bawaba.Contracts;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Outbox;
using Bawaba.Gate.Uplink;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Benchmarks.Crash;

internal sealed class FullDiskTrial(string folder)
{
    internal const string Verb = "full-disk";
    private const long LargestDiskBytes = 64 << 20;
    private static readonly TimeSpan Stalled = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(60);
    private readonly List<string> _accepted = [];
    private ILogger _logger = NullLogger.Instance;

    internal async Task<int> RunAsync()
    {
        var gate = CrashCity.Gates[0];
        var disk = new DriveInfo(Directory.CreateDirectory(Path.Combine(folder, gate.Value)).FullName);
        if (disk.TotalSize > LargestDiskBytes)
        {
            System.Console.WriteLine($"{disk.Name} has {disk.TotalSize >> 20} MiB: mount a file system of at most {LargestDiskBytes >> 20} MiB at {folder}/{gate}");
            return 2;
        }
        CrashCity.WriteFiles(folder);
        await using var app = await CrashLoad.OpenCenterAsync(folder);
        var time = TimeProvider.System;
        using var loggers = LoggerFactory.Create(logging => logging.AddSimpleConsole(o => o.SingleLine = true));
        _logger = loggers.CreateLogger("Gate");
        // As if another program filled the disk: an outbox that knows how much is free stops before.
        var blind = OutboxLimits.Usual with { Disk = _ => (long.MaxValue / 2, long.MaxValue) };
        await using var outbox = GateOutbox.Open(Path.Combine(folder, gate.Value, "outbox.db"), gate, blind, time, _logger);
        var (waiting, name) = await FillAsync(outbox, gate, time);
        var fault = outbox.Fault;
        System.Console.WriteLine(Invariant($"{_accepted.Count} hits accepted; then: {fault ?? "no fault"}; {disk.AvailableFreeSpace} bytes free of {disk.TotalSize}"));
        var recovered = await RecoverAsync(outbox, gate, app.Services.GetRequiredService<ICenterLink>(), waiting, time);
        _accepted.Add(name);
        System.Console.WriteLine(recovered ? "the road is mended: everything left the outbox, and it appends again" : Invariant($"not recovered: {outbox.Pending} records still in the outbox, fault: {outbox.Fault}"));
        var alerts = CrashCity.Rows(folder, CrashCity.AlertNames);
        var lost = _accepted.Except(alerts, StringComparer.Ordinal).Count();
        var doubled = alerts.Count - alerts.Distinct(StringComparer.Ordinal).Count();
        System.Console.WriteLine(Invariant($"{_accepted.Count} hits appended, {alerts.Count} alerts, {lost} lost, {doubled} doubled"));
        return fault is not null && recovered && lost == 0 && doubled == 0 && alerts.Count == _accepted.Count ? 0 : 1;
    }

    /// <summary>Appends until one does not return; gives that one.</summary>
    private async Task<(Task Waiting, string Name)> FillAsync(GateOutbox outbox, GateId gate, TimeProvider time)
    {
        while (true)
        {
            var item = CrashCity.Hit(gate, time);
            var name = $"{item.Hit!.Passage} {item.Hit.Entry}";
            var append = outbox.AppendAsync([item], CancellationToken.None);
            if (await Task.WhenAny(append, Task.Delay(Stalled)) != append)
                return (append, name);
            await append;
            _accepted.Add(name);
        }
    }

    private async Task<bool> RecoverAsync(GateOutbox outbox, GateId gate, ICenterLink center, Task waiting, TimeProvider time)
    {
        using var stop = new CancellationTokenSource();
        var delivering = Task.Run(() => new GateUplink(gate, outbox, new GateMatcher(time).Accept, center, time, _logger).DeliverAsync(stop.Token));
        var since = Stopwatch.GetTimestamp();
        while ((outbox.Pending > 0 || !waiting.IsCompleted) && Stopwatch.GetElapsedTime(since) < LongestRecovery)
            await Task.Delay(100);
        await stop.CancelAsync();
        await delivering;
        return outbox.Pending == 0 && waiting.IsCompletedSuccessfully && outbox.Fault is null;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
