// An address that may hold a password: given as an argument without one, or in a private file or the environment with
// one. Read by CenterVerb, UpVerb and MigrateVerb. Promises: a password is never taken from an argument, since every process of
// the machine can read those, nor from a file that others may read; what is refused is refused without repeating it.
using System.CommandLine;
using Bawaba.Center.Live;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Contracts.Enrolment;

namespace Bawaba.Up;

internal static class SecretOption
{
    internal static SecretOption<StoreAddress> Store() => new()
    {
        Argument = new("--db") { Description = "PostgreSQL database instead of SQLite: Host=…;Database=…;Username=… without a password" },
        File = new("--db-file") { Description = "A file of yours alone (mode 0600) with the database's connection string and its password; or give it in BAWABA_DB" },
        Variable = "BAWABA_DB",
        Parse = StoreAddress.Parse,
        HasPassword = address => address.HasPassword,
    };

    internal static SecretOption<NatsAddress> Nats() => new()
    {
        Argument = new("--nats") { Description = "NATS server over which several centers tell each other of changes: nats://host:port, without a password" },
        File = new("--nats-file") { Description = "A file of yours alone (mode 0600) with that address and its password; or give it in BAWABA_NATS" },
        Variable = "BAWABA_NATS",
        Parse = NatsAddress.Parse,
        HasPassword = address => address.HasPassword,
    };

    internal static SecretOption<MqttAddress> Mqtt() => new()
    {
        Argument = new("--mqtt") { Description = "MQTT broker that trackers send positions of units to (bawaba/units/ID/position): mqtts://host:port, without a password" },
        File = new("--mqtt-file") { Description = "A file of yours alone (mode 0600) with that address, its user and password; or give it in BAWABA_MQTT" },
        Variable = "BAWABA_MQTT",
        Parse = MqttAddress.Parse,
        HasPassword = address => address.HasPassword,
    };
}

/// <summary>One such address: its two options and its variable.</summary>
internal sealed class SecretOption<T>
    where T : class
{
    private const int MaxBytes = 8 << 10;

    internal required Option<string?> Argument { get; init; }

    internal required Option<string?> File { get; init; }

    internal required string Variable { get; init; }

    /// <summary>Throws <see cref="FormatException"/>.</summary>
    internal required Func<string, T> Parse { get; init; }

    internal required Func<T, bool> HasPassword { get; init; }

    /// <summary>The address asked for; null where none is.</summary>
    /// <exception cref="UpRefusedException">What was given cannot be used.</exception>
    internal T? Read(ParseResult parsed) =>
        Read(parsed.GetValue(Argument), parsed.GetValue(File), Environment.GetEnvironmentVariable(Variable));

    internal T? Read(string? argument, string? path, string? variable)
    {
        if (argument is not null && path is not null)
            throw new UpRefusedException($"{Argument.Name} and {File.Name} were both given; give one of them");
        if (argument is not null)
        {
            var address = Of(Argument.Name, argument);
            return !HasPassword(address) ? address : throw new UpRefusedException(
                $"{Argument.Name} holds a password, and every process of this machine can read the arguments of every other; " +
                $"change that password, put all of it into a file of yours alone (chmod 600) and give {File.Name} FILE, or into {Variable}");
        }
        if (path is not null)
            return Of(path, ReadPrivate(path));
        return string.IsNullOrWhiteSpace(variable) ? null : Of(Variable, variable);
    }

    private T Of(string source, string text)
    {
        try
        {
            return Parse(text);
        }
        catch (FormatException e)
        {
            throw new UpRefusedException($"what {source} says cannot be used: {e.Message}");
        }
    }

    private static string ReadPrivate(string path)
    {
        try
        {
            using var file = new StreamReader(PrivateFile.Open(path, MaxBytes));
            return file.ReadToEnd().Trim();
        }
        catch (InvalidDataException e)
        {
            throw new UpRefusedException(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UpRefusedException($"{path} cannot be read: {e.Message}");
        }
    }
}
