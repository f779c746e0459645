// How a desk or a worker changes what screens show: the transaction, and after its commit the word of it, to the screens
// of this process and, where the store is shared, to the other processes. Promises: in a shared store each such
// transaction takes its scope's next number, so that whoever is not told of it finds out (LiveWatch).
using System.Data.Common;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Live;

internal sealed class LiveAnnouncer(CenterStore store, LiveFeed feed, LiveLedger ledger, NatsRoad? road)
{
    /// <summary>Reads what is committed.</summary>
    internal Task<T> ReadAsync<T>(Func<DbConnection, T> work, CancellationToken cancellation) => store.ReadAsync(work, cancellation);

    /// <summary>Runs the work in one transaction that has the room to itself, commits it and announces what it changed.</summary>
    internal Task<T> WriteAsync<T>(Func<DbConnection, (T Result, IReadOnlyCollection<LiveHint> Hints)> work, CancellationToken cancellation) =>
        WriteAsync(WriteLock.OfRoom, work, cancellation);

    /// <summary>Runs the work in one transaction under the lock, commits it and announces what it changed.</summary>
    internal async Task<T> WriteAsync<T>(
        WriteLock held, Func<DbConnection, (T Result, IReadOnlyCollection<LiveHint> Hints)> work, CancellationToken cancellation)
    {
        var scope = held.Room ? "room" : $"gate/{held.Gate}";
        var number = 0L;
        try
        {
            var (result, hints) = await store.WriteAsync(
                held,
                connection =>
                {
                    var done = work(connection);
                    if (store.IsShared && done.Hints.Count > 0)
                    {
                        number = LiveMarkSql.Next(connection, scope);
                        // Known before it stands: LiveWatch must not take our own for one we were not told of.
                        ledger.Know(scope, number);
                    }
                    return done;
                },
                cancellation);
            Announce(scope, number, hints);
            return result;
        }
        catch when (number > 0)
        {
            // It may stand or not, and the number may become another's: nobody here relies on having been told.
            feed.LoseAll();
            throw;
        }
    }

    private void Announce(string scope, long number, IReadOnlyCollection<LiveHint> hints)
    {
        foreach (var hint in hints)
            feed.Announce(hint.Kind, hint.Subject, hint.Version, hint.State, hint.Gate, hint.Directorate);
        if (number > 0)
            road?.Tell(scope, number, hints);
    }
}
