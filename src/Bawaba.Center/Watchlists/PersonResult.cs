namespace Bawaba.Center.Watchlists;

/// <summary>The outcome of looking somebody up. Closed.</summary>
public abstract record PersonResult
{
    private PersonResult()
    {
    }

    /// <summary>Entries in force that name this person; usually one.</summary>
    public sealed record Found(IReadOnlyList<WatchlistEntry> Entries) : PersonResult;

    public sealed record NobodyFound : PersonResult;

    /// <summary>Neither a whole name nor the number of a document, or no gate.</summary>
    public sealed record Unfit : PersonResult;

    public sealed record TooMany : PersonResult;

    public sealed record NotAllowed : PersonResult;

    public sealed record AuditUnavailable : PersonResult;
}
