using Bawaba.Center.Sources;

namespace Bawaba.Center.Watchlists;

/// <summary>The outcome of a step with entries. Closed.</summary>
public abstract record EntryResult
{
    private EntryResult()
    {
    }

    /// <summary>The entry as it is now.</summary>
    public sealed record Done(WatchlistEntry Entry) : EntryResult;

    /// <summary>Nothing was kept; everything that is wrong.</summary>
    public sealed record Faulty(IReadOnlyList<DraftFault> Faults) : EntryResult;

    /// <summary>The role does not allow it, or the session has ended.</summary>
    public sealed record NotAllowed : EntryResult;

    public sealed record NotFound : EntryResult;

    /// <summary>Somebody else was faster, or the entry does not stand where this step begins.</summary>
    public sealed record Stale : EntryResult;

    public sealed record AuditUnavailable : EntryResult;
}
