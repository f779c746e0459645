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

    /// <summary>Name and password do not belong together, or the account is closed.</summary>
    public sealed record Refused : SignInResult;

    /// <summary>Too many failures for this name or from this address.</summary>
    public sealed record LockedOut(TimeSpan RetryAfter) : SignInResult;

    /// <summary>The sign-in could not be written to the audit log.</summary>
    public sealed record AuditUnavailable : SignInResult;
}
