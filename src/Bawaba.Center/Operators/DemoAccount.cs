namespace Bawaba.Center.Operators;

/// <summary>An account of the demo city with its generated password, for <c>first-run.json</c>.</summary>
public sealed record DemoAccount
{
    public required string UserName { get; init; }

    public required string Password { get; init; }

    public required Role Role { get; init; }

    /// <summary>The second factor, base32; null where the role needs none.</summary>
    public string? SecondFactor { get; init; }
}
