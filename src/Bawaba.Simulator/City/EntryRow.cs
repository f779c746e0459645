namespace Bawaba.Simulator.City;

/// <summary>A row of watchlist.json as docs/files.md describes it.</summary>
internal sealed record EntryRow
{
    public required string Id { get; init; }

    public required string Plate { get; init; }

    public required string Category { get; init; }

    public required string LegalBasis { get; init; }

    public required string InstrumentNumber { get; init; }

    public required string IssuedBy { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string Purpose { get; init; }

    public required string PermittedAction { get; init; }

    public required string Requester { get; init; }

    public required string RequesterChain { get; init; }

    public required string Approver { get; init; }

    public required string ApproverChain { get; init; }

    public required DateTimeOffset ApprovedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public string? Vehicle { get; init; }

    public string? Colour { get; init; }

    public required string SourceDocumentSha256 { get; init; }
}
