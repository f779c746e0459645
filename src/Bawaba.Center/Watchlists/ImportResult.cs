namespace Bawaba.Center.Watchlists;

/// <summary>The outcome of an import. Closed.</summary>
public abstract record ImportResult
{
    private ImportResult()
    {
    }

    /// <summary>The file was read; the report says whether it was kept.</summary>
    public sealed record Read(ImportReport Report) : ImportResult;

    /// <summary>The role does not allow it, or the session has ended.</summary>
    public sealed record NotAllowed : ImportResult;

    /// <summary>It is neither of the two kinds of file, or has another shape: the coded word of what.</summary>
    public sealed record NoSuchFile(string Word) : ImportResult;

    public sealed record AuditUnavailable : ImportResult;
}
