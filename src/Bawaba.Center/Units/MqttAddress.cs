// Where the MQTT broker is: a secret where it holds a password. Promises that its text has none.
using System.Net;

namespace Bawaba.Center.Units;

/// <summary>The MQTT broker that trackers send positions to. Only its host and port are ever shown.</summary>
public sealed class MqttAddress
{
    private const int PlainPort = 1883;
    private const int TlsPort = 8883;
    private readonly Uri _uri;

    private MqttAddress(Uri uri) => _uri = uri;

    public bool HasPassword => _uri.UserInfo.Length > 0;

    /// <summary>Reads <c>mqtts://host:port</c>, or <c>mqtt://host:port</c> of this machine, with <c>user:password@</c> before the host where the broker wants them.</summary>
    /// <exception cref="FormatException">It cannot be used; the message repeats nothing of it.</exception>
    public static MqttAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("mqtt" or "mqtts") || uri.Host.Length == 0 || uri.PathAndQuery is not ("" or "/"))
            throw new FormatException("not of the form mqtts://host:port or mqtt://host:port");
        if (uri.Scheme != "mqtts" && !IsHere(uri.Host.Trim('[', ']')))
            throw new FormatException("a broker on another machine is reached over TLS alone: mqtts://host:port");
        return new(uri);
    }

    /// <summary>Without user and password.</summary>
    public override string ToString() => $"{_uri.Scheme}://{_uri.Host}:{Port}";

    internal string Host => _uri.Host.Trim('[', ']');

    internal int Port => _uri.Port > 0 ? _uri.Port : IsTls ? TlsPort : PlainPort;

    internal bool IsTls => _uri.Scheme == "mqtts";

    internal (string User, string Password)? Reveal()
    {
        if (!HasPassword)
            return null;
        var parts = _uri.UserInfo.Split(':', 2);
        return (Uri.UnescapeDataString(parts[0]), parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "");
    }

    private static bool IsHere(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
