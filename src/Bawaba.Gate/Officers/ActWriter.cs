// Puts officers' acts into the outbox, whence they reach the center's audit log exactly once. Used by OfficerDesk.
using Bawaba.Contracts.Officers;
using Bawaba.Gate.Outbox;

namespace Bawaba.Gate.Officers;

internal sealed class ActWriter(GateOutbox outbox, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ShortPatience = TimeSpan.FromMilliseconds(500);

    /// <summary>Returns when it is on disk, however long the disk refuses.</summary>
    internal Task WriteAsync(OfficerAct act) => outbox.AppendAsync([ItemOf(act)], CancellationToken.None);

    /// <summary>Writes them in one commit; false when the disk did not take them in time. What it takes later is still written.</summary>
    internal async Task<bool> TryWriteAsync(OfficerAct act, IEnumerable<OutboxItem>? more = null)
    {
        // A disk that refuses now will not take it in three seconds: nothing is left waiting for an act that is refused.
        if (outbox.Fault is not null)
            return false;
        return await WaitAsync(act, more, Patience).ConfigureAwait(false);
    }

    /// <summary>For what must be shown whatever the disk does: the record waits in memory until the disk takes it.</summary>
    internal Task WriteOrWaitAsync(OfficerAct act) => WaitAsync(act, null, ShortPatience);

    private async Task<bool> WaitAsync(OfficerAct act, IEnumerable<OutboxItem>? more, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience, time);
        try
        {
            await outbox.AppendAsync([.. more ?? [], ItemOf(act)], limit.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            return false;
        }
    }

    private OutboxItem ItemOf(OfficerAct act) => new() { RecordedAt = time.GetUtcNow(), Act = act };
}
