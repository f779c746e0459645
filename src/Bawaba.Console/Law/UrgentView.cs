using Bawaba.Center.Watchlists;

namespace Bawaba.Console.Law;

/// <summary>Urgent entries, and the form for another.</summary>
public sealed record UrgentView
{
    public required IReadOnlyList<WatchlistEntry> Entries { get; init; }

    public required EntryFormView Form { get; init; }
}
