namespace Bawaba.Console.SignIn;

/// <summary>Why a one-time link did not make an account.</summary>
public enum WelcomeFault
{
    None = 0,
    LinkInvalid = 1,
    PasswordUnfit = 2,
    NameInvalid = 3,
    NameTaken = 4,
    AuditUnavailable = 5,

    /// <summary>The two passwords typed are not the same.</summary>
    PasswordsDiffer = 6,
}
