namespace Bawaba.GateConsole.SignIn;

/// <summary>The sign-in page of the gate; after a refusal it says why.</summary>
public sealed record GateSignInView
{
    /// <summary>What was typed as a name, so that it need not be typed again.</summary>
    public string UserName { get; init; } = "";

    internal GateSignInFault Fault { get; init; }

    public TimeSpan RetryAfter { get; init; }
}
