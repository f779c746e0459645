// A road on which the first batch hangs until it is let go; what comes after it arrives at once.
using Bawaba.Contracts;

namespace Bawaba.Tests.Gate.Uplink;

internal sealed class HeldLink : ICenterLink
{
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly List<GateRecord> _arrived = [];
    private int _calls;

    internal Task FirstIsHeld => _held.Task;

    internal IReadOnlyList<GateRecord> Arrived
    {
        get
        {
            lock (_lock)
                return [.. _arrived];
        }
    }

    internal void LetGo() => _letGo.SetResult();

    public async Task<IntakeAck> DeliverAsync(IntakeBatch batch, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _calls) == 1)
        {
            _held.SetResult();
            await _letGo.Task.WaitAsync(cancellation);
        }
        lock (_lock)
            _arrived.AddRange(batch.Records);
        return new(batch.Records.Count, 0);
    }

    public Task<GateOrders> GetOrdersAsync(GateId gate, CancellationToken cancellation) => throw new HttpRequestException("no orders");

    public Task ReportAsync(GateReport report, CancellationToken cancellation) => Task.CompletedTask;
}
