// `bawaba migrate` and `bawaba center --db…` as a person would run them.
using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Postgres;

[Collection(Lanes.Waits)]
public sealed class MigrateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_dry_run_names_the_steps_and_changes_nothing_and_the_verb_then_does_them_once(bool postgres)
    {
        using var folder = new TempFolder();
        var server = await PostgresServer.GetAsync();
        string[] store = postgres ? ["--db-file", await FileAsync(folder, server.Text(await server.NewDatabaseAsync()))] : [];
        for (var looks = 0; looks < 2; looks++)
        {
            var (_, dry) = await MigrateAsync(0, folder, [.. store, "--dry-run"]);
            Assert.Contains(postgres ? "Schema: empty" : "Schema: no store here yet", dry, StringComparison.Ordinal);
            Assert.Equal(postgres, dry.Contains("Would apply 010_live.sql", StringComparison.Ordinal));
        }
        var (_, first) = await MigrateAsync(0, folder, store);
        Assert.Contains("Applied 001_audit.sql", first, StringComparison.Ordinal);
        var (_, second) = await MigrateAsync(0, folder, store);
        Assert.DoesNotContain("Applied", second, StringComparison.Ordinal);
        Assert.Contains("0 to apply", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_of_a_newer_program_is_refused()
    {
        using var folder = new TempFolder();
        var server = await PostgresServer.GetAsync();
        var database = await server.NewDatabaseAsync();
        string[] store = ["--db-file", await FileAsync(folder, server.Text(database))];
        await MigrateAsync(0, folder, store);
        await server.RunAsync(database, "INSERT INTO migration (name, number, applied_at) VALUES ('900_future.sql', 900, 0)");
        var (errors, _) = await MigrateAsync(2, folder, store);
        Assert.Contains("900_future.sql", errors, StringComparison.Ordinal);
        Assert.Contains("newer", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_taken_from_a_private_file_alone_and_said_nowhere()
    {
        using var folder = new TempFolder();
        var server = await PostgresServer.GetAsync();
        var text = server.Text(await server.NewDatabaseAsync());
        var path = await FileAsync(folder, text);
        var (asArgument, _) = await MigrateAsync(2, folder, ["--db", text]);
        Assert.Contains("--db-file", asArgument, StringComparison.Ordinal);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var (readable, _) = await MigrateAsync(2, folder, ["--db-file", path]);
        Assert.Contains("chmod 600", readable, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(PostgresServer.Password, "wrong-word", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var (wrong, _) = await MigrateAsync(2, folder, ["--db-file", path]);
        Assert.All(new[] { asArgument, readable, wrong }, said => Assert.False(said.Contains(PostgresServer.Password, StringComparison.Ordinal) || said.Contains("wrong-word", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_center_runs_under_a_role_that_can_change_neither_the_schema_nor_the_log()
    {
        using var folder = new TempFolder();
        var server = await PostgresServer.GetAsync();
        var database = await server.NewDatabaseAsync();
        var role = $"role_{database}";
        await server.RunAsync(database, $"CREATE ROLE {role} LOGIN PASSWORD '{PostgresServer.Password}'");
        var owner = await FileAsync(folder, server.Text(database), "owner");
        var runner = await FileAsync(folder, server.Text(database, role), "runner");
        var center = folder.File("data");
        Directory.CreateDirectory(center);
        await File.WriteAllTextAsync(Path.Combine(center, "city.json"), Apart.ApartCenter.City, TestContext.Current.CancellationToken);
        string[] start = ["center", "--data", center, "--urls", "http://127.0.0.1:0", "--gates", "https://127.0.0.1:0", "--db-file", runner];

        await using (var early = BawabaProcess.Start(start))
        {
            Assert.Equal(2, await early.ExitAsync(Patience));
            Assert.Contains("bawaba migrate", early.Errors.ToString(), StringComparison.Ordinal);
        }
        await MigrateAsync(0, folder, ["--db-file", owner, "--grant", role]);
        await using (var running = BawabaProcess.Start(start))
        {
            await running.ReadyAsync(Patience);
            Assert.Equal(0, await running.StopAsync(Patience));
            Assert.DoesNotContain("fail:", running.Errors.ToString(), StringComparison.Ordinal);
        }
        foreach (var forbidden in (string[])["DELETE FROM audit_event", "UPDATE audit_event SET act = ''", "TRUNCATE audit_event", "CREATE TABLE x (y int)", "DELETE FROM migration"])
        {
            var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => server.RunAsync(database, forbidden, role));
            Assert.Equal("42501", refused.SqlState);
        }
    }

    private static async Task<(string Errors, string Output)> MigrateAsync(int expected, TempFolder folder, string[] more)
    {
        await using var migrate = BawabaProcess.Start(["migrate", "--data", folder.File("migrated"), .. more]);
        var code = await migrate.ExitAsync(Patience);
        Assert.True(code == expected, migrate.Said());
        return (migrate.Errors.ToString(), migrate.Output.ToString());
    }

    private static async Task<string> FileAsync(TempFolder folder, string text, string name = "db")
    {
        var path = folder.File(name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }
}
