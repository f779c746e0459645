// The center's specifications (tests/Bawaba.Tests/Center, compiled into this suite too) run here on PostgreSQL: each
// in a database of its own, copied from one that this program's steps were applied to. (That they can be applied to an
// older store too, and to one in use, is for UpgradeTests and MigrateTests.)
using System.Globalization;
using System.Text;
using Bawaba.Center;
using Bawaba.Center.Storage;
using Bawaba.Tests.Center;
using Npgsql;

namespace Bawaba.SystemTests.Postgres;

internal static class StoreUnderTest
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    internal static async Task<StoreAddress?> NewAsync(CancellationToken cancellation)
    {
        var server = await PostgresServer.GetAsync().WaitAsync(cancellation);
        return StoreAddress.Parse(server.Text(await server.NewDatabaseAsync(await Template.Value), pooling: true));
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var server = await PostgresServer.GetAsync();
        var name = await server.NewDatabaseAsync();
        CenterSchema.Upgrade("", StoreAddress.Parse(server.Text(name)), TimeProvider.System);
        return name;
    }

    /// <summary>Every row of every table, as text; pictures as the bytes they are.</summary>
    internal static async Task<IReadOnlyList<byte[]>> HeldAsync(CenterRig rig)
    {
        await using var source = NpgsqlDataSource.Create(rig.Store!.Reveal());
        var rows = new List<byte[]>();
        foreach (var table in await TablesAsync(source))
        {
            await using var command = source.CreateCommand($"SELECT * FROM {table}");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    rows.Add(reader.GetValue(i) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!));
            }
        }
        return rows;
    }

    /// <summary>Puts a store of the schema before this one where the rig's will be opened.</summary>
    internal static void RestorePrevious(CenterRig rig)
    {
        using var reader = new StreamReader(typeof(StoreUnderTest).Assembly.GetManifestResourceStream("store-009.postgres.sql")!);
        using var source = NpgsqlDataSource.Create(rig.Store!.Reveal());
        using var command = source.CreateCommand("DROP SCHEMA public CASCADE; CREATE SCHEMA public;" + reader.ReadToEnd());
        command.ExecuteNonQuery();
    }

    internal static async Task DropAsync(StoreAddress? store)
    {
        var server = await PostgresServer.GetAsync();
        await server.RunAsync("postgres", $"DROP DATABASE IF EXISTS {store!.Reveal().Database} WITH (FORCE)");
    }

    private static async Task<List<string>> TablesAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
            tables.Add(reader.GetString(0));
        return tables;
    }
}
