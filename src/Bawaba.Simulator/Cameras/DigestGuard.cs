// Asks a client for user and password by Digest with MD5 (RFC 2617 without qop), the way most cameras do. One a
// connection, so that a nonce is good for one connection only. Called by RtspSession.
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Bawaba.Simulator.Cameras;

internal sealed partial class DigestGuard
{
    private const string Realm = "Bawaba simulated camera";
    private readonly string _nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    internal RtspReply Challenge() => new(401) { Headers = [("WWW-Authenticate", $"Digest realm=\"{Realm}\", nonce=\"{_nonce}\"")] };

    internal bool Allows(RtspRequest request, CameraLogin login)
    {
        if (!request.Headers.TryGetValue("Authorization", out var header) || !header.StartsWith("Digest ", StringComparison.OrdinalIgnoreCase))
            return false;
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Field().Matches(header))
            fields[match.Groups["name"].Value] = match.Groups["value"].Value;
        if (fields.GetValueOrDefault("username") != login.UserName || fields.GetValueOrDefault("nonce") != _nonce || !fields.TryGetValue("uri", out var uri))
            return false;
        var expected = ResponseOf(login, request.Method, uri, _nonce);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(fields.GetValueOrDefault("response", "")));
    }

    /// <summary>What a client that knows the password answers.</summary>
    internal static string ResponseOf(CameraLogin login, string method, string uri, string nonce) =>
        Md5($"{Md5($"{login.UserName}:{Realm}:{login.Password}")}:{nonce}:{Md5($"{method}:{uri}")}");

#pragma warning disable CA5351 // The protocol prescribes MD5; nothing but a simulated camera rests on it.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    [GeneratedRegex("""(?<name>[a-z]+)="(?<value>[^"]*)"|(?<name>[a-z]+)=(?<value>[^\s,"]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Field();
}
