// Carries a gate's records to the center and its orders back. One per gate. The road may be broken for weeks: every
// failure is waited out with a jittered back-off, and a record is forgotten only after the center has it.
using Bawaba.Contracts;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Officers;
using Bawaba.Gate.Outbox;
using Microsoft.Extensions.Logging;

namespace Bawaba.Gate.Uplink;

internal sealed partial class GateUplink(
    GateId gate, GateOutbox outbox, GateMatcher matcher, ICenterLink center, TimeProvider time, ILogger logger, OfficerBook? officers = null, HitBoard? board = null)
{
    private static readonly TimeSpan OrdersEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(30);
    private readonly BatchSize _size = new();
    private long _heardTicks;

    /// <summary>When the center last answered (UTC); null when it never did since the start.</summary>
    internal DateTimeOffset? HeardAt => Interlocked.Read(ref _heardTicks) is > 0 and var ticks ? new(ticks, TimeSpan.Zero) : null;

    /// <summary>Delivers until it is told to stop.</summary>
    internal async Task DeliverAsync(CancellationToken cancellation)
    {
        var failures = 0;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var records = outbox.Peek(IntakeBatch.MaxRecords, _size.Bytes);
                if (records.Count == 0)
                {
                    await outbox.WaitForRecordsAsync(OrdersEvery, cancellation).ConfigureAwait(false);
                    continue;
                }
                var began = time.GetTimestamp();
                await center.DeliverAsync(new() { Gate = gate, Records = records }, cancellation).ConfigureAwait(false);
                _size.Arrived(time.GetElapsedTime(began));
                outbox.Forget(records);
                if (failures > 0)
                    LogDelivering(logger, gate.Value);
                failures = 0;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The one catch of this loop: whatever broke the road, the records stay and the loop goes on.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _size.Lost();
                if (failures++ == 0)
                    LogNotDelivered(logger, gate.Value, e);
                await PauseAsync(failures, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Fetches orders until it is told to stop; the last good ones stay in force, and age.</summary>
    internal async Task FollowOrdersAsync(CancellationToken cancellation)
    {
        var failures = 0;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var orders = await center.GetOrdersAsync(gate, cancellation).ConfigureAwait(false);
                matcher.Accept(orders);
                officers?.Take(orders.Officers, orders.IssuedAt);
                board?.Take(orders);
                Interlocked.Exchange(ref _heardTicks, time.GetUtcNow().UtcTicks);
                failures = 0;
                await Task.Delay(OrdersEvery, time, cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The one catch of this loop: old orders stay until they are too old to match.
            catch (Exception e)
#pragma warning restore CA1031
            {
                if (failures++ == 0)
                    LogNoOrders(logger, gate.Value, e);
                await PauseAsync(failures, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task PauseAsync(int failures, CancellationToken cancellation)
    {
        var seconds = Math.Min(MaxDelay.TotalSeconds, Math.Pow(2, Math.Min(failures, 10)) / 4);
        // Jitter: a hundred gates cut off together must not come back together.
        var delay = TimeSpan.FromSeconds(seconds * (0.5 + (Random.Shared.NextDouble() / 2)));
        await Task.Delay(delay, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Gate {Gate}: records could not be delivered; they stay in the outbox")]
    private static partial void LogNotDelivered(ILogger logger, string gate, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Gate {Gate}: records are delivered again")]
    private static partial void LogDelivering(ILogger logger, string gate);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Gate {Gate}: no orders from the center; the last ones stay until they are too old")]
    private static partial void LogNoOrders(ILogger logger, string gate, Exception exception);
}
