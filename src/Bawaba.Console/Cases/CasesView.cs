using Bawaba.Center.Cases;

namespace Bawaba.Console.Cases;

/// <summary>The case register.</summary>
public sealed record CasesView
{
    public required IReadOnlyList<CaseFile> Cases { get; init; }

    /// <summary>The number of the case that was just opened.</summary>
    public string? Opened { get; init; }
}
