// A road to a center that is only a set: it fails as a seed says, before or after the center has the batch.
using System.Text.Json;
using Bawaba.Contracts;

namespace Bawaba.Tests.Gate.Uplink;

internal sealed class FlakyLink(int seed, double failShare) : ICenterLink
{
    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();
    private readonly Dictionary<RecordKey, string> _stored = [];

    internal List<GateRecord> Stored { get; } = [];

    internal List<int> BatchSizes { get; } = [];

    internal int Calls { get; private set; }

    internal GateOrders? Orders { get; set; }

    internal bool IsOpen { get; set; } = true;

    public Task<IntakeAck> DeliverAsync(IntakeBatch batch, CancellationToken cancellation)
    {
        lock (_lock)
        {
            Calls++;
            if (!IsOpen || Fails())
                throw new HttpRequestException("The road is broken.");
            BatchSizes.Add(batch.Records.Count);
            var used = batch.Records.Where(r => _stored.TryGetValue(r.Key, out var before) && before != TextOf(r)).ToList();
            var fresh = batch.Records.Where(r => _stored.TryAdd(r.Key, TextOf(r))).ToList();
            Stored.AddRange(fresh);
            if (Fails())
                throw new HttpRequestException("The answer was lost.");
            return Task.FromResult(new IntakeAck(fresh.Count, batch.Records.Count - fresh.Count - used.Count) { UnderUsedKeys = [.. used.Select(r => r.Key.Sequence)] });
        }
    }

    public Task<GateOrders> GetOrdersAsync(GateId gate, CancellationToken cancellation)
    {
        lock (_lock)
            return Orders is { } orders && !Fails() ? Task.FromResult(orders) : throw new HttpRequestException("The road is broken.");
    }

    public Task ReportAsync(GateReport report, CancellationToken cancellation) => Task.CompletedTask;

    private static string TextOf(GateRecord record) => JsonSerializer.Serialize(record, ContractsJson.Default.GateRecord);

    private bool Fails() => _random.NextDouble() < failShare;
}
