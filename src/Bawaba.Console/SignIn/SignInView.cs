namespace Bawaba.Console.SignIn;

/// <summary>The sign-in page; after a refusal it says why.</summary>
public sealed record SignInView
{
    /// <summary>What was typed as a name, so that it need not be typed again.</summary>
    public string UserName { get; init; } = "";

    public string Return { get; init; } = "/";

    /// <summary>The second factor that is to be set up now, base32; null where none is.</summary>
    public string? Secret { get; init; }

    /// <summary>The same as a picture for authenticator programs: markup of an SVG.</summary>
    public string? SecretPicture { get; init; }

    public SignInFault Fault { get; init; }

    /// <summary>Set with <see cref="SignInFault.LockedOut"/>.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>The account was just made by a one-time link.</summary>
    public bool Welcomed { get; init; }
}
