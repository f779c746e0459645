namespace Bawaba.Center.Calls;

/// <summary>What is looked for in the log, as a form asks; what is left out is not asked for.</summary>
public sealed record CallQuery
{
    /// <summary>At most 8 words of 100 characters together; each must stand somewhere in the entry.</summary>
    public string Words { get; init; } = "";

    /// <summary>Part of the caller's name, call sign or number; at most 100 characters.</summary>
    public string Caller { get; init; } = "";

    public CallPriority? Priority { get; init; }

    public CallChannel? Channel { get; init; }

    public CallMark? Mark { get; init; }

    public DateTimeOffset? From { get; init; }

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Entries before this number, as <see cref="CallPage.Next"/> gave it; empty: from the newest.</summary>
    public string Before { get; init; } = "";
}
