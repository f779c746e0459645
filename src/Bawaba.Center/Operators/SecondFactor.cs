// One-time codes (TOTP, RFC 6238: SHA-1, 30 s, six digits, as every authenticator program has them). Used by SignInDesk.
// Promises: a code works once, and only within half a minute of its time.
using OtpNet;

namespace Bawaba.Center.Operators;

/// <summary>The second factor of people who can see a plate.</summary>
public static class SecondFactor
{
    private const int SecretBytes = 20;
    private const int Digits = 6;

    /// <summary>Whether the role sees plates, a crew what its task says of one, and therefore needs one.</summary>
    public static bool IsNeededBy(Role role) => RoleTable.Of(role).Any(p => p is Permission.SeeAlerts or Permission.SeeWatchlist
        or Permission.SeeCameraPictures or Permission.SeeUrgentEntries or Permission.SeeAudit or Permission.CrewUnit);

    /// <summary>What an authenticator program reads from a picture.</summary>
    public static string UriOf(string userName, string secret) =>
        $"otpauth://totp/Bawaba:{Uri.EscapeDataString(userName)}?secret={secret}&issuer=Bawaba";

    /// <summary>The six digits that count at the instant.</summary>
    public static string CodeOf(string secret, DateTimeOffset at) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(at.UtcDateTime);

    internal static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes)).TrimEnd('=');

    /// <summary>The step the code is of, where it is a later one than was used last; null where it is wrong, used or of another time.</summary>
    internal static long? StepOf(string secret, string code, long lastStep, DateTimeOffset now)
    {
        if (code.Length != Digits || !code.All(char.IsAsciiDigit))
            return null;
        var totp = new Totp(Base32Encoding.ToBytes(secret));
        return totp.VerifyTotp(now.UtcDateTime, code, out var step, new VerificationWindow(previous: 1, future: 1)) && step > lastStep ? step : null;
    }
}
