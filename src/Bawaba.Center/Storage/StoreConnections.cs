// Where connections to the center's store come from, and what differs between its two databases. Used by CenterStore
// and Migrations; nothing else asks which database it is but statements that are faster in one of them
// (Statements.IsPostgres). Promises durable commits, and readers that cannot write.
using System.Data.Common;

namespace Bawaba.Center.Storage;

internal abstract class StoreConnections : IDisposable
{
    /// <summary>What a person calls this store: a path, or a host and a database's name. No password.</summary>
    internal abstract string Name { get; }

    /// <summary>True where other processes may write too.</summary>
    internal abstract bool IsShared { get; }

    /// <summary>How many transactions of this process may write at once.</summary>
    internal abstract int Writers { get; }

    /// <summary>The ending of files that hold this database's own body of a migration; empty for the common body.</summary>
    internal abstract string Dialect { get; }

    /// <summary>A connection for migrations alone; on a shared store nobody else migrates while it is open.</summary>
    internal abstract DbConnection OpenMigrator();

    internal abstract ValueTask<DbConnection> TakeWriterAsync(CancellationToken cancellation);

    internal abstract ValueTask GiveBackAsync(DbConnection writer);

    internal abstract DbConnection OpenReader();

    /// <summary>Begins a transaction in which what is read under the lock is what is changed.</summary>
    internal abstract DbTransaction Begin(DbConnection writer, WriteLock held);

    internal abstract bool HasTable(DbConnection connection, string table);

    /// <summary>Lets go of what was erased; false when it has to be tried again.</summary>
    internal abstract bool Scrub(DbConnection writer);

    public abstract void Dispose();
}
