using Bawaba.Center.Mandates;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;

namespace Bawaba.Console.Law;

/// <summary>What waits for an approval.</summary>
public sealed record InboxView
{
    public required IReadOnlyList<WatchlistEntry> Entries { get; init; }

    public required IReadOnlyList<ActivationOrder> Orders { get; init; }

    public required IReadOnlyDictionary<GateId, string> Gates { get; init; }

    /// <summary>Hashes of the documents that are stored.</summary>
    public IReadOnlySet<string> Documents { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Since when nothing is compared because the store came out of a backup, and how many entries are to be looked through.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    public int Active { get; init; }

    /// <summary>Orders that end within two weeks.</summary>
    public IReadOnlyList<ActivationOrder> Ending { get; init; } = [];
}
