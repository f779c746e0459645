namespace Bawaba.Gate.Officers;

/// <summary>The outcome of signing in at the gate. Closed.</summary>
internal abstract record OfficerSignIn
{
    private OfficerSignIn()
    {
    }

    /// <param name="Session">The new session.</param>
    /// <param name="Token">The secret for the cookie; kept nowhere else.</param>
    internal sealed record Done(OfficerSession Session, string Token) : OfficerSignIn;

    internal sealed record Refused : OfficerSignIn;

    internal sealed record LockedOut(TimeSpan RetryAfter) : OfficerSignIn;

    /// <summary>The center was not heard for too long, or never.</summary>
    internal sealed record NotInTouch : OfficerSignIn;

    /// <summary>The disk does not take the record, so nobody is let in.</summary>
    internal sealed record NotWritten : OfficerSignIn;
}
