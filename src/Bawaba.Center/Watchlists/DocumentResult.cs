namespace Bawaba.Center.Watchlists;

/// <summary>The outcome of storing a document. Closed.</summary>
public abstract record DocumentResult
{
    private DocumentResult()
    {
    }

    /// <param name="Hash">SHA-256 of its bytes, 64 hexadecimal digits: what an entry names.</param>
    public sealed record Stored(string Hash) : DocumentResult;

    /// <summary>Empty, larger than 5 MB, or neither a PDF nor a picture.</summary>
    public sealed record Unfit : DocumentResult;

    public sealed record NotAllowed : DocumentResult;

    public sealed record AuditUnavailable : DocumentResult;
}
