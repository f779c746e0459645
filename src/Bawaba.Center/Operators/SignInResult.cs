namespace Bawaba.Center.Operators;

/// <summary>The outcome of a sign-in. Closed; a wrong name and a wrong password look alike.</summary>
public abstract record SignInResult
{
    private SignInResult()
    {
    }

    /// <param name="Session">The new session.</param>
    /// <param name="Token">The secret for the cookie (<see cref="SessionCookie.Append"/>); kept nowhere else.</param>
    public sealed record SignedIn(Session Session, string Token) : SignInResult;

    /// <summary>Name, password and code do not belong together, or the account is closed.</summary>
    public sealed record Refused : SignInResult;

    /// <summary>Name and password are right, and the account has never used a second factor: it is set up with this, and asked for from then on.</summary>
    /// <param name="Secret">Base32, for who types it.</param>
    /// <param name="Uri">The same for who takes a picture of it.</param>
    public sealed record SecondFactorNeeded(string Secret, string Uri) : SignInResult;

    /// <summary>Too many failures for this name or from this address.</summary>
    public sealed record LockedOut(TimeSpan RetryAfter) : SignInResult;

    /// <summary>The sign-in could not be written to the audit log.</summary>
    public sealed record AuditUnavailable : SignInResult;
}
