using Bawaba.Center.Units;

namespace Bawaba.Console.Units;

/// <summary>Feeds of positions; the token of the one that was just made.</summary>
public sealed record UnitFeedsView
{
    public required IReadOnlyList<UnitFeed> Feeds { get; init; }

    /// <summary>Shown this once.</summary>
    public string? Token { get; init; }

    public UnitFault Fault { get; init; }
}
