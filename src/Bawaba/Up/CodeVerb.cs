// `bawaba code NAME`: the six digits of a demo account's second factor, from first-run.json. For the demo city alone, where nobody
// has a phone with an authenticator program at hand; a real city's people have theirs, and nobody else has the secret.
using System.CommandLine;
using System.Text.Json;
using Bawaba.Center.Operators;

namespace Bawaba.Up;

internal static class CodeVerb
{
    private const int Refused = 2;

    internal static Command Command()
    {
        var name = new Argument<string>("name") { Description = "A demo account's name, as in first-run.json" };
        var data = new Option<string>("--data") { Description = "The demo city's folder", DefaultValueFactory = _ => DefaultDataFolder.Path };
        var command = new Command("code", "The six digits of a demo account's second factor, to sign in with") { name, data };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(name), Path.Combine(Path.GetFullPath(parsed.GetRequiredValue(data)), FirstRunFile.Name)));
        return command;
    }

    private static int Run(string name, string path)
    {
        try
        {
            var account = FirstRunFile.Read(path).Accounts.FirstOrDefault(a => string.Equals(a.UserName, name, StringComparison.OrdinalIgnoreCase));
            if (account is null)
                return Refuse($"{path} has no account '{name}'");
            if (account.SecondFactor is not { } secret)
                return Refuse($"{name} sees no plate and needs no second factor: leave the field empty");
            System.Console.WriteLine(SecondFactor.CodeOf(secret, TimeProvider.System.GetUtcNow()));
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return Refuse($"{path} cannot be read: it stands in the demo city's folder alone ({e.Message})");
        }
    }

    private static int Refuse(string why)
    {
        System.Console.Error.WriteLine($"bawaba code: {why}");
        return Refused;
    }
}
