// Asks a client for user and password by Digest with MD5 (RFC 2617 without qop), the way most cameras do. One a
// connection, so that a nonce is good for one connection only. Called by RtspSession.
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Bawaba.Simulator.Cameras;

internal sealed partial class DigestGuard
{
    private const string Realm = "Bawaba simulated camera";
    private string _nonce = NewNonce();
    private string? _lastNonce;
    private bool _isStale;

    /// <summary>Says that the nonce was stale where the last answer was right but for that: the client need not ask for the password again.</summary>
    internal RtspReply Challenge() =>
        new(401) { Headers = [("WWW-Authenticate", $"Digest realm=\"{Realm}\", nonce=\"{_nonce}\"{(_isStale ? ", stale=TRUE" : "")}")] };

    /// <param name="request">With its Authorization header.</param>
    /// <param name="login">What is asked for.</param>
    /// <param name="once">The nonce is good for this request only; the next one will find it stale.</param>
    internal bool Allows(RtspRequest request, CameraLogin login, bool once)
    {
        _isStale = false;
        var answered = Answers(request, login);
        if (answered is null)
            return false;
        _isStale = answered != _nonce;
        if (once && !_isStale)
            (_lastNonce, _nonce) = (_nonce, NewNonce());
        return !_isStale;
    }

    // The nonce, this one or the last, to which the request has the right answer; null when to neither.
    private string? Answers(RtspRequest request, CameraLogin login)
    {
        if (!request.Headers.TryGetValue("Authorization", out var header) || !header.StartsWith("Digest ", StringComparison.OrdinalIgnoreCase))
            return null;
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Field().Matches(header))
            fields[match.Groups["name"].Value] = match.Groups["value"].Value;
        var nonce = fields.GetValueOrDefault("nonce");
        if (fields.GetValueOrDefault("username") != login.UserName || nonce is null || (nonce != _nonce && nonce != _lastNonce) || !fields.TryGetValue("uri", out var uri))
            return null;
        var expected = ResponseOf(login, request.Method, uri, nonce);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(fields.GetValueOrDefault("response", ""))) ? nonce : null;
    }

    /// <summary>What a client that knows the password answers.</summary>
    internal static string ResponseOf(CameraLogin login, string method, string uri, string nonce) =>
        Md5($"{Md5($"{login.UserName}:{Realm}:{login.Password}")}:{nonce}:{Md5($"{method}:{uri}")}");

    private static string NewNonce() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

#pragma warning disable CA5351 // The protocol prescribes MD5; nothing but a simulated camera rests on it.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    [GeneratedRegex("""(?<name>[a-z]+)="(?<value>[^"]*)"|(?<name>[a-z]+)=(?<value>[^\s,"]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Field();
}
