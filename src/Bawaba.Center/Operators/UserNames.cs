using System.Text.RegularExpressions;

namespace Bawaba.Center.Operators;

/// <summary>The rules for names and passwords that people choose.</summary>
internal static partial class UserNames
{
    internal const int MaxDisplayName = 80;

    internal static string Normalise(string userName) => userName.Trim().ToLowerInvariant();

    internal static bool IsValid(string userName) => Pattern().IsMatch(userName);

    internal static bool IsValidDisplay(string displayName) =>
        displayName.Trim().Length is > 0 and <= MaxDisplayName && !displayName.Any(char.IsControl);

    internal static bool IsFitPassword(string password) =>
        password.Length is >= InvitationDesk.MinPasswordLength and <= InvitationDesk.MaxPasswordLength;

    [GeneratedRegex(@"\A[a-z][a-z0-9.\-]{2,31}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Pattern();
}
