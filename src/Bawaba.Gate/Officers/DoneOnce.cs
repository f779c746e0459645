// An act that a browser sends again after a broken link is done once: its key finds the answer that was given. Owned by
// OfficerDesk. Promises: two calls with one key run once, at the same time or later; while the disk does not take the record
// the act goes on waiting, and a call with its key waits with it; memory is bounded.
using System.Collections.Concurrent;

namespace Bawaba.Gate.Officers;

internal sealed class DoneOnce(TimeProvider time)
{
    internal const int MaxKeyLength = 64;
    private const int MaxKept = 5_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly ConcurrentDictionary<(string Account, string Key), Lazy<Task<OfficerAnswer>>> _done = new();
    private readonly ConcurrentQueue<(string Account, string Key)> _order = new();

    internal async Task<OfficerAnswer> RunAsync(string account, string key, Func<Task<OfficerAnswer>> act)
    {
        var mine = new Lazy<Task<OfficerAnswer>>(act);
        var kept = _done.GetOrAdd((account, key), mine);
        if (ReferenceEquals(kept, mine))
            Remember((account, key));
        try
        {
            var answer = await kept.Value.WaitAsync(Patience, time).ConfigureAwait(false);
            if (answer == OfficerAnswer.NotWritten)
                _done.TryRemove(new((account, key), kept));
            return answer;
        }
        catch (TimeoutException)
        {
            return OfficerAnswer.NotWritten;
        }
        catch
        {
            _done.TryRemove(new((account, key), kept));
            throw;
        }
    }

    private void Remember((string, string) key)
    {
        _order.Enqueue(key);
        while (_order.Count > MaxKept && _order.TryDequeue(out var oldest))
            _done.TryRemove(oldest, out _);
    }
}
