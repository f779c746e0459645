// Carries a gate's records to the center and its orders back. One per gate. The road may be broken for weeks: every
// failure is waited out with a jittered back-off, and a record is forgotten only after the center has it. Two lanes: hits
// that have just been go by themselves and at once; everything else goes in its order and leaves them room.
using Bawaba.Contracts;
using Bawaba.Gate.Outbox;
using Microsoft.Extensions.Logging;

namespace Bawaba.Gate.Uplink;

internal sealed partial class GateUplink(
    GateId gate, GateOutbox outbox, Action<GateOrders> takeOrders, ICenterLink center, TimeProvider time, ILogger logger)
{
    /// <summary>A hit older than this is no news any more: it goes with the backlog.</summary>
    internal static readonly TimeSpan LiveWithin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan OrdersEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestOrdersPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(30);

    // A hit under way is let past, but not for ever: behind a road that only hangs the backlog has its own patience.
    private static readonly TimeSpan LetPast = TimeSpan.FromSeconds(5);
    private readonly BatchSize _size = new();
    private readonly BacklogPace _pace = new(time);
    private readonly UsedKeys _usedKeys = new(time);
    private volatile Task _live = Task.CompletedTask;
    private long _heardTicks;

    /// <summary>When the center last answered (UTC); null when it never did since the start.</summary>
    internal DateTimeOffset? HeardAt => Interlocked.Read(ref _heardTicks) is > 0 and var ticks ? new(ticks, TimeSpan.Zero) : null;

    /// <summary>When the center last said that keys of this outbox were used before it; null when it never did since the start.</summary>
    internal DateTimeOffset? KeysUsedBeforeAt => _usedKeys.LastAt;

    /// <summary>Delivers until it is told to stop.</summary>
    internal Task DeliverAsync(CancellationToken cancellation) =>
        Task.WhenAll(CarryAsync(SendLiveAsync, outbox.WaitForHitsAsync, cancellation), CarryAsync(SendRestAsync, outbox.WaitForRecordsAsync, cancellation));

    /// <summary>One lane: sends as long as there is something, and waits out what goes wrong.</summary>
    private async Task CarryAsync(
        Func<CancellationToken, Task<bool>> sendAsync, Func<TimeSpan, CancellationToken, Task> waitAsync, CancellationToken cancellation)
    {
        var failures = 0;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (!await sendAsync(cancellation).ConfigureAwait(false))
                {
                    await waitAsync(OrdersEvery, cancellation).ConfigureAwait(false);
                    continue;
                }
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
                if (failures++ == 0)
                    LogNotDelivered(logger, gate.Value, e);
                await PauseAsync(failures, cancellation).ConfigureAwait(false);
            }
        }
    }

    // One by one: a hit must not wait for the pictures of the one behind it.
    private async Task<bool> SendLiveAsync(CancellationToken cancellation)
    {
        var records = outbox.PeekLive(time.GetUtcNow() - LiveWithin, IntakeBatch.MaxRecords, mostBytes: 1);
        if (records.Count == 0)
            return false;
        var sending = SendAsync(records, cancellation);
        _live = sending;
        await sending.ConfigureAwait(false);
        // A hit under a used key has its alert; it waits for the new epoch.
        return !_usedKeys.AreRefused;
    }

    private async Task<bool> SendRestAsync(CancellationToken cancellation)
    {
        await Task.Delay(_pace.Wait(), time, cancellation).ConfigureAwait(false);
        var live = _live;
        if (!live.IsCompleted)
            await live.WaitAsync(LetPast, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_usedKeys.IsTime)
        {
            outbox.BeginEpoch();
            _usedKeys.Begun();
        }
        var records = outbox.PeekRest(time.GetUtcNow() - LiveWithin, IntakeBatch.MaxRecords, _size.Bytes);
        if (records.Count == 0)
            return false;
        var began = time.GetTimestamp();
        try
        {
            await SendAsync(records, cancellation).ConfigureAwait(false);
        }
        catch
        {
            _size.Lost();
            _usedKeys.Unanswered(records);
            throw;
        }
        var took = time.GetElapsedTime(began);
        var bytes = records.Sum(OutboxRow.BytesOf);
        _size.Arrived(bytes, took);
        _pace.Sent(bytes, took);
        return true;
    }

    private async Task SendAsync(IReadOnlyList<GateRecord> records, CancellationToken cancellation)
    {
        var ack = await center.DeliverAsync(new() { Gate = gate, Records = records, After = outbox.After }, cancellation).ConfigureAwait(false);
        outbox.Forget(_usedKeys.Answered(records, ack));
    }

    /// <summary>Fetches orders until it is told to stop; the last good ones stay in force, and age.</summary>
    internal async Task FollowOrdersAsync(CancellationToken cancellation)
    {
        var failures = 0;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var began = time.GetTimestamp();
                takeOrders(await center.GetOrdersAsync(gate, cancellation).ConfigureAwait(false));
                Interlocked.Exchange(ref _heardTicks, time.GetUtcNow().UtcTicks);
                failures = 0;
                await Task.Delay(RoadPace.After(time.GetElapsedTime(began), OrdersEvery, LongestOrdersPause), time, cancellation).ConfigureAwait(false);
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
