using System.Text.RegularExpressions;

namespace Bawaba.Gate.Cameras;

/// <summary>Takes credentials out of what a child process says: ffmpeg repeats addresses with their passwords.</summary>
internal static partial class Redaction
{
    internal static string Redact(string text, CameraCredentials? credentials)
    {
        text = UserInfo().Replace(text, "://…@");
        if (credentials is null)
            return text;
        foreach (var secret in (string[])[credentials.Password, Uri.EscapeDataString(credentials.Password)])
        {
            if (secret.Length > 0)
                text = text.Replace(secret, "…", StringComparison.Ordinal);
        }
        return text;
    }

    [GeneratedRegex(@"://[^\s/]*@", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex UserInfo();
}
