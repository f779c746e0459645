// Where a PostgreSQL store is and how to get in: a secret where it holds a password. Made from what the person
// running the center gave; read by PostgresConnections. Promises that its text, wherever it lands, has no password.
using System.Net;
using Npgsql;

namespace Bawaba.Center.Storage;

/// <summary>Where a PostgreSQL store is and how to get in. A secret: only its host and name are ever shown.</summary>
public sealed class StoreAddress
{
    private readonly string _text;

    private StoreAddress(NpgsqlConnectionStringBuilder text)
    {
        _text = text.ConnectionString;
        HasPassword = !string.IsNullOrEmpty(text.Password);
        Shown = $"PostgreSQL database '{text.Database}' at {text.Host}:{text.Port}";
    }

    public bool HasPassword { get; }

    private string Shown { get; }

    /// <summary>Reads <c>Host=…;Database=…;Username=…</c> (docs/operations/postgresql.md).</summary>
    /// <exception cref="FormatException">It cannot be used; the message repeats nothing of it that could be secret.</exception>
    public static StoreAddress Parse(string text)
    {
        NpgsqlConnectionStringBuilder read;
        try
        {
            read = new(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException)
        {
            throw new FormatException("not of the form Host=…;Database=…;Username=…");
        }
        if (string.IsNullOrEmpty(read.Host) || string.IsNullOrEmpty(read.Database))
            throw new FormatException("Host and Database must be given");
        if (!read.Host.Split(',').All(IsHere) && read.SslMode is not (SslMode.VerifyFull or SslMode.VerifyCA))
            throw new FormatException("a database on another machine is reached over TLS alone: add SSL Mode=VerifyFull and, with an authority of your own, Root Certificate=FILE");
        return new(read);
    }

    /// <summary>Without the password.</summary>
    public override string ToString() => Shown;

    internal NpgsqlConnectionStringBuilder Reveal() => new(_text);

    private static bool IsHere(string host) =>
        host.StartsWith('/') || host.StartsWith('@')
        || string.Equals(host.Split(':')[0], "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        || (IPEndPoint.TryParse(host, out var end) && IPAddress.IsLoopback(end.Address));
}
