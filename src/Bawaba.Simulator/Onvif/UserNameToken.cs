// WS-UsernameToken with a digest: base64(SHA-1(nonce + created + password)), good while its time is the camera's. A token that
// comes twice is taken twice, as cameras do: clients in use make their nonces from the second.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bawaba.Simulator.Cameras;

namespace Bawaba.Simulator.Onvif;

internal static class UserNameToken
{
    private const int MaxNonceBytes = 64;
    private static readonly TimeSpan MostApart = TimeSpan.FromSeconds(10);
    /// <summary>True when the request carries the right password, and fresh.</summary>
    internal static bool Allows(SoapRequest request, CameraLogin login, DateTimeOffset cameraNow)
    {
        var token = request.Header?.Element(SoapNames.Security + "Security")?.Element(SoapNames.Security + "UsernameToken");
        var nonce = token?.Element(SoapNames.Security + "Nonce")?.Value.Trim();
        var created = token?.Element(SoapNames.Utility + "Created")?.Value.Trim();
        if (token?.Element(SoapNames.Security + "Username")?.Value != login.UserName || nonce is null || created is null)
            return false;
        if (!DateTimeOffset.TryParse(created, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) || (at - cameraNow).Duration() > MostApart)
            return false;
        if (DigestOf(nonce, created, login.Password) is not { } expected)
            return false;
        var given = token.Element(SoapNames.Security + "Password")?.Value.Trim() ?? "";
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(expected));
    }

    /// <summary>What a client that knows the password sends; null when the nonce is no short base64.</summary>
    internal static string? DigestOf(string nonce, string created, string password)
    {
        var bytes = new byte[MaxNonceBytes];
        if (!Convert.TryFromBase64String(nonce, bytes, out var length))
            return null;
#pragma warning disable CA5350 // The protocol prescribes SHA-1; nothing but a simulated camera rests on it.
        return Convert.ToBase64String(SHA1.HashData([.. bytes.AsSpan(0, length), .. Encoding.UTF8.GetBytes(created), .. Encoding.UTF8.GetBytes(password)]));
#pragma warning restore CA5350
    }
}
