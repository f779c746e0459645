// A backup of a running center, restored into a fresh folder and started there; and what must never be in one.
using System.Formats.Tar;
using System.IO.Compression;
using Bawaba.SystemTests.Apart;
using Bawaba.SystemTests.Running;
using Microsoft.Data.Sqlite;

namespace Bawaba.SystemTests.Keeping;

[Collection(Lanes.Waits)]
public sealed class BackupTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_running_center_is_copied_and_runs_again_elsewhere_with_everybody_signed_out()
    {
        await using var center = await ApartCenter.StartAsync();
        await center.CodeAsync();
        var (backup, restored) = (_folder.File("copy.gpg"), _folder.File("restored"));
        var passphrase = await PassphraseAsync("correct horse battery staple");
        Assert.Equal((0, ""), await RunAsync("backup", "--data", center.Data, "--to", backup, "--passphrase-file", passphrase));
        Assert.DoesNotContain("city.json", await File.ReadAllTextAsync(backup, Cancel), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(backup));
        Assert.Equal((0, ""), await RunAsync("restore", "--data", restored, "--from", backup, "--passphrase-file", passphrase));
        Assert.False(Directory.Exists(Path.Combine(restored, "center", "authority")));
        Assert.Equal(("0", "1"), (Ask(restored, "SELECT count(*) FROM session WHERE ended_at IS NULL"), Ask(restored, "SELECT count(*) FROM audit_event WHERE act = 'StoreRestored'")));
        Assert.Equal("4", Ask(restored, "SELECT count(*) FROM account"));
        // The key of second factors is in an encrypted copy: who had one has it still.
        Assert.Equal(await File.ReadAllTextAsync(Key(center.Data), Cancel), await File.ReadAllTextAsync(Key(restored), Cancel));
        await using var again = BawabaProcess.Start("up", "--no-demo", "--data", restored, "--urls", "http://127.0.0.1:0");
        await again.ReadyAsync(Patience);
    }

    [Fact]
    public async Task An_open_copy_has_no_key_of_second_factors_and_what_follows_is_said_at_the_restore_and_at_the_start()
    {
        await using var center = await ApartCenter.StartAsync();
        var (backup, restored) = (_folder.File("copy.tar.gz"), _folder.File("restored"));
        Assert.Equal(0, (await RunAsync("backup", "--data", center.Data, "--to", backup, "--unencrypted")).Code);
        Assert.DoesNotContain("center/second-factors.key", await NamesAsync(backup));
        await using (var restore = BawabaProcess.Start("restore", "--data", restored, "--from", backup, "--unencrypted"))
        {
            Assert.Equal(0, await restore.ExitAsync(Patience));
            Assert.Contains("second-factors.key of the old machine", restore.Output.ToString(), StringComparison.Ordinal);
        }
        string[] start = ["center", "--data", restored, "--urls", "http://127.0.0.1:0", "--gates", "https://127.0.0.1:0"];
        await RefusedAsync("second-factors.key is not there", start);
        Assert.False(File.Exists(Key(restored)));
        Assert.Equal((0, ""), await RunAsync("migrate", "--data", restored, "--forget-second-factors"));
        Assert.Equal("0", Ask(restored, "SELECT count(*) FROM account WHERE code_secret IS NOT NULL"));
        await using var again = BawabaProcess.Start(start);
        await again.ReadyAsync(Patience);
    }

    [Fact]
    public async Task No_key_password_or_outbox_is_in_a_backup()
    {
        var data = _folder.File("data");
        foreach (var path in (string[])["city.json", "cameras.secret.json", "first-run.json", "tls/certificate.pem", "tls/key.pem", "identity/key.pem", "gate/outbox.db", "custodian/key.pem"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(data, path))!);
            await File.WriteAllTextAsync(Path.Combine(data, path), path, Cancel);
        }
        var backup = _folder.File("copy.tar.gz");
        Assert.Equal((0, ""), await RunAsync("backup", "--data", data, "--to", backup, "--unencrypted"));
        Assert.Equal(["backup.json", "city.json", "tls/certificate.pem"], (await NamesAsync(backup)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_and_leaves_nothing_behind()
    {
        var data = Directory.CreateDirectory(_folder.File("data")).FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "city.json"), "{}", Cancel);
        var (backup, passphrase) = (_folder.File("copy.gpg"), await PassphraseAsync("correct horse battery staple"));
        Assert.Equal(0, (await RunAsync("backup", "--data", data, "--to", backup, "--passphrase-file", passphrase)).Code);
        await RefusedAsync("is there already", "backup", "--data", data, "--to", backup, "--passphrase-file", passphrase);
        await RefusedAsync("--passphrase-file", "backup", "--data", data, "--to", _folder.File("b"));
        await RefusedAsync("no such data folder", "backup", "--data", _folder.File("none"), "--to", _folder.File("b"), "--unencrypted");
        await RefusedAsync("not empty", "restore", "--data", data, "--from", backup, "--passphrase-file", passphrase);
        var fresh = _folder.File("fresh");
        await RefusedAsync("decrypted", "restore", "--data", fresh, "--from", backup, "--passphrase-file", await PassphraseAsync("another one, as long"));
        await RefusedAsync("restored", "restore", "--data", fresh, "--from", backup, "--unencrypted");
        var bytes = await File.ReadAllBytesAsync(backup, Cancel);
        await File.WriteAllBytesAsync(backup, bytes[..(bytes.Length / 2)], Cancel);
        await RefusedAsync("restore", "restore", "--data", fresh, "--from", backup, "--passphrase-file", passphrase);
        Assert.False(Directory.Exists(fresh));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_folder.File(".")), f => f.EndsWith("ing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backup_that_names_a_place_outside_is_refused()
    {
        var backup = _folder.File("evil.tar.gz");
        await using (var tar = new TarWriter(new GZipStream(File.Create(backup), CompressionLevel.Fastest)))
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "center/../../evil") { DataStream = new MemoryStream([1]) }, Cancel);
        await RefusedAsync("does not belong", "restore", "--data", _folder.File("fresh"), "--from", backup, "--unencrypted");
        Assert.False(File.Exists(_folder.File("evil")));
    }

    private static string Key(string data) => Path.Combine(data, "center", "second-factors.key");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<string> PassphraseAsync(string passphrase)
    {
        var path = _folder.File($"passphrase-{passphrase.Length}");
        await File.WriteAllTextAsync(path, passphrase, Cancel);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }

    private static async Task RefusedAsync(string says, params string[] arguments)
    {
        var (code, said) = await RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Contains(says, said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Errors)> RunAsync(params string[] arguments)
    {
        await using var run = BawabaProcess.Start(arguments);
        var code = await run.ExitAsync(Patience);
        return (code, run.Errors.ToString());
    }

    private static async Task<List<string>> NamesAsync(string backup)
    {
        var names = new List<string>();
        await using var tar = new TarReader(new GZipStream(File.OpenRead(backup), CompressionMode.Decompress));
        while (await tar.GetNextEntryAsync(cancellationToken: Cancel) is { } entry)
            names.Add(entry.Name);
        return names;
    }

    private static string? Ask(string data, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "center", "center.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
