// The store's schema, looked at and brought up to date without starting a center. Called by `bawaba migrate`.
// Promises: looking changes nothing; a store of a newer program is refused; what a role is granted is the least that
// running the center needs.
using System.Globalization;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Center;

/// <summary>The schema of a center's store: SQLite in a folder, or a PostgreSQL database.</summary>
public static class CenterSchema
{
    /// <summary>How far the schema is; null where there is no SQLite file yet.</summary>
    public static SchemaState? Look(string dataFolder, StoreAddress? store)
    {
        using var connections = StorageModule.Connections(dataFolder, store);
        if (store is null && !File.Exists(connections.Name))
            return null;
        using var reader = connections.OpenReader();
        return Migrations.StateOf(connections, reader);
    }

    /// <summary>Applies what is missing; the steps applied.</summary>
    /// <exception cref="StoreTooNewException">The store was written by a newer program.</exception>
    /// <exception cref="StoreUnfitException">The database cannot keep what the center promises, or this role may not change the schema.</exception>
    public static IReadOnlyList<string> Upgrade(string dataFolder, StoreAddress? store, TimeProvider time)
    {
        if (store is null)
            StorageModule.MakePrivate(dataFolder);
        using var connections = StorageModule.Connections(dataFolder, store);
        using var migrator = connections.OpenMigrator();
        return Migrations.Apply(connections, migrator, time);
    }

    /// <summary>Ends every second factor where the key they were sealed under is lost; how many. Everybody signs in anew, and whoever had one approves nothing for a day.</summary>
    public static int ForgetSecondFactors(string dataFolder, StoreAddress? store, TimeProvider time)
    {
        using var connections = StorageModule.Connections(dataFolder, store);
        using var migrator = connections.OpenMigrator();
        using var transaction = connections.Begin(migrator, WriteLock.OfRoom);
        var now = time.GetUtcNow();
        var forgotten = SealSql.Forget(migrator, now);
        migrator.Run(AuditSql.Append(new(AuditAct.SecondFactorsForgotten, AuditActor.System, SecretSeal.FileName, string.Create(CultureInfo.InvariantCulture, $"accounts={forgotten}")), now));
        transaction.Commit();
        return forgotten;
    }

    /// <summary>Lets a role of the database run the center, and no more: it may neither change the schema nor what is in the audit log.</summary>
    public static void Grant(StoreAddress store, string role)
    {
        using var connections = new PostgresConnections(store);
        using var migrator = connections.OpenMigrator();
        Grants.Give(migrator, role);
    }
}
