using Bawaba.Center.Storage;
using Microsoft.Data.Sqlite;

namespace Bawaba.Tests.Center;

/// <summary>This suite's specifications of the center run on SQLite, in the rig's own folder; Bawaba.SystemTests has the same for PostgreSQL.</summary>
internal static class StoreUnderTest
{
    internal static Task<StoreAddress?> NewAsync(CancellationToken cancellation) => Task.FromResult<StoreAddress?>(null);

    /// <summary>Nothing beyond the files of the rig's folder, which the rig looks at itself.</summary>
    internal static Task<IReadOnlyList<byte[]>> HeldAsync(CenterRig rig) => Task.FromResult<IReadOnlyList<byte[]>>([]);

    /// <summary>Puts a store of the schema before this one where the rig's will be opened.</summary>
    internal static void RestorePrevious(CenterRig rig)
    {
        Directory.CreateDirectory(rig.DataFolder);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(rig.DataFolder, SqliteConnections.FileName)};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var reader = new StreamReader(typeof(StoreUnderTest).Assembly.GetManifestResourceStream("store-009.sqlite.sql")!);
        using var command = connection.CreateCommand();
        command.CommandText = reader.ReadToEnd();
        command.ExecuteNonQuery();
    }

    /// <summary>It goes with the rig's folder.</summary>
    internal static Task DropAsync(StoreAddress? store) => Task.CompletedTask;
}
