namespace Bawaba.Center.Sharing;

/// <summary>An agreement as a form offers it, unread.</summary>
public sealed record AgreementDraft
{
    /// <summary>The directorate that is to see.</summary>
    public required string Taker { get; init; }

    /// <summary>A word of <see cref="ShareMode"/>.</summary>
    public required string Mode { get; init; }

    /// <summary>Words of <see cref="ShareField"/>.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>1 to 200 characters.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>1 to <see cref="AgreementDesk.MaxDays"/>.</summary>
    public int Days { get; init; }
}
