// Which store a verb works on: SQLite in the data folder, or the PostgreSQL database that an option, a file or the
// environment names. Read by CenterVerb and MigrateVerb. Promises: a password is never taken from an argument, since
// every process of the machine can read those, and never from a file that others may read.
using System.CommandLine;
using Bawaba.Center.Storage;
using Bawaba.Up;

namespace Bawaba.Apart;

internal sealed class StoreChoice
{
    internal const string Variable = "BAWABA_DB";
    private const int MaxBytes = 8 << 10;

    internal Option<string?> Db { get; } = new("--db")
    {
        Description = "PostgreSQL database instead of SQLite: Host=…;Database=…;Username=… without a password; one with a password goes into --db-file or " + Variable,
    };

    internal Option<string?> DbFile { get; } = new("--db-file") { Description = "A file of yours alone (mode 0600) that holds the database's connection string, with its password" };

    /// <summary>The database asked for; null: SQLite.</summary>
    /// <exception cref="UpRefusedException">What was given cannot be used; said without repeating any of it.</exception>
    internal StoreAddress? Read(ParseResult parsed, Func<string, string?> environment) =>
        Read(parsed.GetValue(Db), parsed.GetValue(DbFile), environment(Variable));

    internal static StoreAddress? Read(string? argument, string? path, string? variable)
    {
        if (argument is not null && path is not null)
            throw new UpRefusedException("--db and --db-file were both given; give one of them");
        if (argument is not null)
        {
            var address = Parse("--db", argument);
            return !address.HasPassword ? address : throw new UpRefusedException(
                "--db holds a password, and every process of this machine can read the arguments of every other; " +
                $"change that password, put the connection string into a file of yours alone (chmod 600) and give --db-file FILE, or into {Variable}");
        }
        if (path is not null)
            return Parse(path, ReadPrivate(path));
        return string.IsNullOrWhiteSpace(variable) ? null : Parse(Variable, variable);
    }

    private static StoreAddress Parse(string source, string text)
    {
        try
        {
            return StoreAddress.Parse(text);
        }
        catch (FormatException e)
        {
            throw new UpRefusedException($"the connection string in {source} cannot be used: {e.Message}");
        }
    }

    /// <summary>The text of a small file that nobody but its owner may read.</summary>
    private static string ReadPrivate(string path)
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & others) != 0)
                throw new UpRefusedException($"{path} can be read or written by others than its owner; it holds a password: chmod 600 {path}");
            if (new FileInfo(path).Length > MaxBytes)
                throw new UpRefusedException($"{path} is larger than {MaxBytes} bytes; it holds one connection string");
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UpRefusedException($"{path} cannot be read: {e.Message}");
        }
    }
}
