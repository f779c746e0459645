namespace Bawaba.Console.SignIn;

/// <summary>Why a sign-in did not work, as far as the page may say.</summary>
public enum SignInFault
{
    None = 0,
    Refused = 1,
    LockedOut = 2,
    AuditUnavailable = 3,
}
