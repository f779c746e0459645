// The append-only log of who did what. Every desk writes into it, before its result is returned.
// Promises: an act that changes something and its row are one transaction; a reading that cannot be written is
// refused by its caller. Confirming an alert is life-safety: where only the log fails, its row goes to AuditSpool.
using System.Data.Common;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Audit;

internal sealed class AuditLog(CenterStore store, AuditSpool spool, TimeProvider time)
{
    private const int MaxDetail = 4_000;
    private readonly AuditQueue _queue = new(store);

    /// <summary>Writes within the caller's transaction; throws when it cannot.</summary>
    internal void Append(DbConnection connection, AuditEvent e) => connection.Run(Append(e));

    /// <summary>The statement that writes it, for whoever runs several at once.</summary>
    internal Statement Append(AuditEvent e) => AuditSql.Append(Fit(e), time.GetUtcNow());

    /// <summary>As <see cref="Append(DbConnection, AuditEvent)"/>, but where the log alone fails the row waits in a file beside it; throws when neither can be written.</summary>
    internal void AppendOrSpool(DbConnection connection, AuditEvent e)
    {
        connection.Run("SAVEPOINT audit");
        try
        {
            Append(connection, e);
        }
        catch (DbException)
        {
            connection.Run("ROLLBACK TO SAVEPOINT audit");
            spool.Add(Fit(e), time.GetUtcNow());
        }
        connection.Run("RELEASE SAVEPOINT audit");
    }

    /// <summary>As <see cref="Append(DbConnection, AuditEvent)"/>, but what cannot be written does not undo the caller's transaction.</summary>
    internal void TryAppend(DbConnection connection, AuditEvent e)
    {
        connection.Run("SAVEPOINT audit");
        try
        {
            Append(connection, e);
        }
        catch (DbException)
        {
            connection.Run("ROLLBACK TO SAVEPOINT audit");
        }
        connection.Run("RELEASE SAVEPOINT audit");
    }

    /// <summary>Writes on its own, together with whatever else waits to be; false when it could not be written.</summary>
    internal Task<bool> TryWriteAsync(AuditEvent e, CancellationToken cancellation) => _queue.WriteAsync(Append(e), cancellation);

    /// <summary>Brings what waits in the spool into the log.</summary>
    internal async Task DrainSpoolAsync(CancellationToken cancellation)
    {
        if (spool.IsEmpty)
            return;
        var waiting = spool.Read();
        await store.WriteAsync(
            connection =>
            {
                foreach (var line in waiting)
                    connection.Run(AuditSql.Append(line.ToEvent(), line.At));
            },
            cancellation);
        spool.Clear(waiting.Count);
    }

    private static AuditEvent Fit(AuditEvent e) => e.Detail.Length <= MaxDetail ? e : e with { Detail = ShortText.Of(e.Detail, MaxDetail) };
}
