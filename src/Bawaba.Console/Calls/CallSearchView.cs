using Bawaba.Center.Calls;

namespace Bawaba.Console.Calls;

/// <summary>Looking for entries of the log.</summary>
public sealed record CallSearchView
{
    public required CallQuery Query { get; init; }

    /// <summary>The days as they were typed; empty: not asked for.</summary>
    public string From { get; init; } = "";

    public string Until { get; init; } = "";

    /// <summary>Null before anything was looked for.</summary>
    public CallPage? Found { get; init; }

    /// <summary>What a row may be linked to.</summary>
    public required CallLinksView Links { get; init; }
}
