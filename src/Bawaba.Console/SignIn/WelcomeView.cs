using Bawaba.Center.Operators;

namespace Bawaba.Console.SignIn;

/// <summary>The page behind a one-time link.</summary>
public sealed record WelcomeView
{
    /// <summary>Null when the link is unknown, used or too old.</summary>
    public required Invitation? Invitation { get; init; }

    /// <summary>Where the form goes: the link itself.</summary>
    public required string Action { get; init; }

    public string UserName { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public WelcomeFault Fault { get; init; }
}
