// `bawaba backup` and `bawaba restore`.
using System.CommandLine;
using Bawaba.Up;

namespace Bawaba.Keeping;

internal static class BackupVerb
{
    private const int Refused = 2;

    private const string KeyAdvice =
        $"The key of second factors is not in it. Put {KeptFiles.SealKeyPath} of the old machine there (chmod 600) before the center starts, or, if it is lost, "
        + "run `bawaba migrate --forget-second-factors`: everybody sets up a new one. A backup of before second factors were sealed needs neither.";

    internal static Command Backup()
    {
        var data = DataOption();
        var to = new Option<string>("--to") { Description = "File to write; not there yet", Required = true };
        var passphrase = PassphraseOption();
        var open = new Option<bool>("--unencrypted") { Description = "Write it without encryption; whoever has it has everything in it" };
        var command = new Command("backup", "Copy a running center's or a gate's data into one encrypted file") { data, to, passphrase, open };
        command.SetAction((parsed, cancellation) => GuardAsync("backup", async () =>
        {
            var file = Choice(parsed.GetValue(passphrase), parsed.GetValue(open));
            var made = await new BackupRun(Path.GetFullPath(parsed.GetRequiredValue(data)), TimeProvider.System).RunAsync(Path.GetFullPath(parsed.GetRequiredValue(to)), file, cancellation);
            await System.Console.Out.WriteLineAsync($"{made.Files.Count} files. Keep it no longer than 21 days, apart from this machine. Not in it: keys of gates and of the authority, passwords of cameras" + (made.Files.ContainsKey(KeptFiles.StorePath) && !made.Files.ContainsKey(KeptFiles.SealKeyPath) ? ", the key of second factors." : "."));
        }));
        return command;
    }

    internal static Command Restore()
    {
        var data = DataOption();
        var from = new Option<string>("--from") { Description = "A file that `bawaba backup` wrote", Required = true };
        var passphrase = PassphraseOption();
        var open = new Option<bool>("--unencrypted") { Description = "It was written without encryption" };
        var command = new Command("restore", "Make a data folder out of a backup") { data, from, passphrase, open };
        command.SetAction((parsed, cancellation) => GuardAsync("restore", async () =>
        {
            var file = Choice(parsed.GetValue(passphrase), parsed.GetValue(open));
            var made = await new RestoreRun(Path.GetFullPath(parsed.GetRequiredValue(data)), TimeProvider.System).RunAsync(Path.GetFullPath(parsed.GetRequiredValue(from)), file, cancellation);
            await System.Console.Out.WriteLineAsync(string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"Restored {made.Files.Count} files of {made.MadeAt:yyyy-MM-dd HH:mm:ss}Z. Everybody signs in anew. What happened since then is not in it."));
            if (made.Files.ContainsKey(KeptFiles.StorePath) && !made.Files.ContainsKey(KeptFiles.SealKeyPath))
                await System.Console.Out.WriteLineAsync(KeyAdvice);
        }));
        return command;
    }

    private static Option<string> DataOption() =>
        new("--data") { Description = "The data folder", DefaultValueFactory = _ => DefaultDataFolder.Path };

    private static Option<string?> PassphraseOption() =>
        new("--passphrase-file") { Description = "File with the passphrase, mode 0600 (never on the command line: it can be read by everyone there)" };

    private static string? Choice(string? passphraseFile, bool unencrypted) => (passphraseFile, unencrypted) switch
    {
        (null, false) => throw new UpRefusedException("give --passphrase-file FILE, or say --unencrypted"),
        ({ }, true) => throw new UpRefusedException("--passphrase-file and --unencrypted exclude each other"),
        _ => passphraseFile,
    };

    private static async Task<int> GuardAsync(string verb, Func<Task> actAsync)
    {
        try
        {
            await actAsync();
            return 0;
        }
        catch (UpRefusedException refusal)
        {
            foreach (var fault in refusal.Faults)
                await System.Console.Error.WriteLineAsync($"bawaba {verb}: {fault}");
            return Refused;
        }
    }
}
