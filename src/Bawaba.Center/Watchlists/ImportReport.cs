namespace Bawaba.Center.Watchlists;

/// <summary>What became of an import: every row waits for approval, or none was kept.</summary>
public sealed record ImportReport
{
    /// <summary>Faults that are named; more are only counted.</summary>
    public const int MaxNamed = 5_000;

    /// <summary>Rows of entries in the file.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that are kept now: all, or 0.</summary>
    public required int Kept { get; init; }

    /// <summary>Rows with at least one fault.</summary>
    public required int FaultyRows { get; init; }

    public required IReadOnlyList<ImportFault> Faults { get; init; }
}
