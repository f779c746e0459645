using System.Globalization;

namespace Bawaba.Center.Watchlists;

/// <summary>An entry as it is written by a person or stands in a row of a file: texts, not yet looked at. Times are UTC with Z, or local with an offset.</summary>
public sealed record EntryDraft
{
    /// <summary>Left out: the center gives one.</summary>
    public string? Id { get; init; }

    public string? Plate { get; init; }

    public string? Category { get; init; }

    public string? LegalBasis { get; init; }

    public string? InstrumentNumber { get; init; }

    public string? IssuedBy { get; init; }

    /// <summary>A day, such as 2026-11-25.</summary>
    public string? IssuedOn { get; init; }

    public string? Purpose { get; init; }

    public string? PermittedAction { get; init; }

    /// <summary>An instant, such as 2026-12-20T09:00:00Z.</summary>
    public string? ExpiresAt { get; init; }

    /// <summary>motorcycle or other; left out: not known.</summary>
    public string? Vehicle { get; init; }

    public string? Colour { get; init; }

    /// <summary>Gates it is for, with commas between; left out: every gate with an order.</summary>
    public string? Gates { get; init; }

    public string? CaseNumber { get; init; }

    /// <summary>Whom it concerns; of a verdict or a missing person alone.</summary>
    public string? PersonName { get; init; }

    /// <summary>Number of that person's identity document.</summary>
    public string? PersonDocument { get; init; }

    /// <summary>Of the document it rests on, 64 hexadecimal digits.</summary>
    public string? SourceDocumentSha256 { get; init; }

    /// <summary>A draft as it stands, to be written on.</summary>
    public static EntryDraft Of(WatchlistEntry entry) => new()
    {
        Id = entry.Id.Value,
        Plate = entry.Plate?.Visual,
        Category = entry.Category,
        LegalBasis = entry.LegalBasis,
        InstrumentNumber = entry.InstrumentNumber,
        IssuedBy = entry.IssuedBy,
        IssuedOn = entry.IssuedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Purpose = entry.Purpose,
        PermittedAction = entry.PermittedAction,
        ExpiresAt = entry.ExpiresAt.ToString("O", CultureInfo.InvariantCulture),
        Vehicle = entry.Vehicle?.ToString().ToLowerInvariant(),
        Colour = entry.Colour,
        Gates = string.Join(',', entry.Gates.Select(g => g.Value)),
        CaseNumber = entry.CaseNumber,
        PersonName = entry.PersonName,
        PersonDocument = entry.PersonDocument,
        SourceDocumentSha256 = entry.SourceDocumentSha256,
    };
}
