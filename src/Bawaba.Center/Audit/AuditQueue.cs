// Rows of the log that are written on their own, before something is shown. Used by AuditLog. Twenty screens that are shown the same alert ask at
// the same moment: whatever waits when the store's writer is free goes into one transaction, so a slow disk is waited for once and not
// twenty times. Promises: whoever is told true has the row on the disk; a row that cannot be written spoils no other.
using System.Data.Common;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Audit;

internal sealed class AuditQueue(CenterStore store)
{
    private const int MostTogether = 200;
    private readonly Queue<Row> _waiting = new();
    private readonly Lock _lock = new();
    private bool _writing;

    /// <summary>True when it is in the log; false where the log did not take it.</summary>
    internal Task<bool> WriteAsync(Statement statement, CancellationToken cancellation)
    {
        var row = new Row(statement);
        bool begins;
        lock (_lock)
        {
            _waiting.Enqueue(row);
            begins = !_writing;
            _writing = true;
        }
        if (begins)
            _ = Task.Run(WriteAllAsync, CancellationToken.None);
        return row.Done.Task.WaitAsync(cancellation);
    }

    private async Task WriteAllAsync()
    {
        while (true)
        {
            lock (_lock)
            {
                if (_waiting.Count == 0)
                {
                    _writing = false;
                    return;
                }
            }
            await WriteSomeAsync();
        }
    }

    private async Task WriteSomeAsync()
    {
        IReadOnlyList<Row> rows = [];
        try
        {
            // Taken when the writer is ours: those that came while it was another's go along.
            await store.WriteAsync(connection => { connection.RunAll([.. (rows = Take()).Select(row => row.Statement)]); }, CancellationToken.None);
            Tell(rows, row => row.Done.TrySetResult(true));
        }
        catch (DbException) when (rows.Count > 1)
        {
            foreach (var row in rows)
                await WriteAloneAsync(row);
        }
        catch (DbException)
        {
            Tell(rows.Count > 0 ? rows : Take(), row => row.Done.TrySetResult(false));
        }
#pragma warning disable CA1031 // Whoever waits for a row is told what became of it, whatever it was; nobody else would hear of it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Tell(rows.Count > 0 ? rows : Take(), row => row.Done.TrySetException(e));
        }
    }

    private async Task WriteAloneAsync(Row row)
    {
        try
        {
            await store.WriteAsync(connection => { connection.Run(row.Statement); }, CancellationToken.None);
            row.Done.TrySetResult(true);
        }
        catch (DbException)
        {
            row.Done.TrySetResult(false);
        }
#pragma warning disable CA1031 // Whoever waits for the row is told what became of it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            row.Done.TrySetException(e);
        }
    }

    private List<Row> Take()
    {
        lock (_lock)
        {
            var rows = new List<Row>();
            while (rows.Count < MostTogether && _waiting.TryDequeue(out var row))
                rows.Add(row);
            return rows;
        }
    }

    private static void Tell(IReadOnlyList<Row> rows, Action<Row> tell)
    {
        foreach (var row in rows)
            tell(row);
    }

    private sealed class Row(Statement statement)
    {
        internal Statement Statement => statement;

        internal TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
