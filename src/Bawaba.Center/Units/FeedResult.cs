namespace Bawaba.Center.Units;

/// <summary>The outcome of making or revoking a feed. Closed.</summary>
public abstract record FeedResult
{
    private FeedResult()
    {
    }

    /// <summary>Made; the token is shown this once and kept nowhere.</summary>
    public sealed record Made(UnitFeed Feed, string Token) : FeedResult;

    public sealed record Revoked(UnitFeed Feed) : FeedResult;

    /// <summary>The label is not one line of 1 to 60 characters, or there are too many feeds.</summary>
    public sealed record Unfit : FeedResult;

    public sealed record NotAllowed : FeedResult;

    public sealed record NotFound : FeedResult;

    public sealed record AuditUnavailable : FeedResult;
}
