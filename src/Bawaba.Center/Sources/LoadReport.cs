namespace Bawaba.Center.Sources;

/// <summary>How the last reading of a source file went. With faults nothing of it was taken and the last good content stays.</summary>
public sealed record LoadReport
{
    public const string City = "city";
    public const string Mandates = "mandates";
    public const string Watchlist = "watchlist";

    /// <summary><see cref="City"/>, <see cref="Mandates"/> or <see cref="Watchlist"/>.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Rows in force after this reading.</summary>
    public required int RowsInForce { get; init; }

    /// <summary>At most 1,000 are kept; <see cref="FaultsFound"/> counts all.</summary>
    public required IReadOnlyList<LoadFault> Faults { get; init; }

    public required int FaultsFound { get; init; }

    /// <summary>When the content in force was read; null when none ever was.</summary>
    public DateTimeOffset? InForceSinceAt { get; init; }

    public bool IsGood => FaultsFound == 0;
}
