namespace Bawaba.Tests.Console.Access;

/// <summary>What the pages need beside one of each thing.</summary>
internal sealed record Beside
{
    public required string Call { get; init; }

    /// <summary>An agreement that waits to be accepted.</summary>
    public required string Offer { get; init; }

    /// <summary>An alert nobody has touched.</summary>
    public required string Raised { get; init; }

    /// <summary>An alert with its first look.</summary>
    public required string Looked { get; init; }
}
