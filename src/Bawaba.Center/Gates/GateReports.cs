// Heartbeats over the processes of a shared store: a gate speaks to one of them, and the screens of all show how it is.
// CenterLink gives what it heard, GateClock asks each second what others heard. Promises: a heartbeat is taken once, and
// dated when this process learned of it, so that clocks of machines need not agree. Nothing is written on SQLite.
using System.Collections.Concurrent;
using System.Text.Json;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Gates;

internal sealed class GateReports(CenterStore store, GateBoard board, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _known = new(StringComparer.Ordinal);
    private bool _begun;

    internal async Task ShareAsync(GateReport report, CancellationToken cancellation)
    {
        if (!store.IsShared)
            return;
        var at = Micros.Of(time.GetUtcNow());
        _known[report.Gate.Value] = at;
        var json = JsonSerializer.Serialize(report, ContractsJson.Default.GateReport);
        await store.WriteAsync(
            new WriteLock(Room: false, report.Gate.Value),
            connection =>
            {
                GateSql.PutReport(connection, report.Gate, at, json);
                return true;
            },
            cancellation);
    }

    internal async Task HearAsync(CancellationToken cancellation)
    {
        if (!store.IsShared)
            return;
        var reports = await store.ReadAsync(GateSql.Reports, cancellation);
        foreach (var (gate, at, json) in reports)
        {
            var isNew = !_known.TryGetValue(gate, out var known) || known != at;
            _known[gate] = at;
            // What lay there before this process began may be of any age.
            if (isNew && _begun && JsonSerializer.Deserialize(json, ContractsJson.Default.GateReport) is { } report)
                board.Take(report);
        }
        _begun = true;
    }
}
