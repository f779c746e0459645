// Where the NATS server is: a secret where it holds a password. Promises that its text has none.
using System.Net;

namespace Bawaba.Center.Live;

/// <summary>The NATS server over which several centers tell each other of changes. Only its host and port are ever shown.</summary>
public sealed class NatsAddress
{
    private readonly Uri _uri;

    private NatsAddress(Uri uri) => _uri = uri;

    public bool HasPassword => _uri.UserInfo.Length > 0;

    /// <summary>Reads <c>nats://host:port</c> or <c>tls://host:port</c>, with <c>user:password@</c> before the host where the server wants them.</summary>
    /// <exception cref="FormatException">It cannot be used; the message repeats nothing of it.</exception>
    public static NatsAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("nats" or "tls") || uri.Host.Length == 0 || uri.AbsolutePath is not ("" or "/"))
            throw new FormatException("not of the form nats://host:port or tls://host:port");
        if (uri.Scheme != "tls" && !IsHere(uri.Host.Trim('[', ']')))
            throw new FormatException("a NATS server on another machine is reached over TLS alone: tls://host:port");
        return new(uri);
    }

    /// <summary>Without user and password.</summary>
    public override string ToString() => $"{_uri.Scheme}://{_uri.Authority}";

    internal string Reveal() => _uri.OriginalString;

    private static bool IsHere(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
