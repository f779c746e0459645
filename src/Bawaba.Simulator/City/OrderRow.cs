namespace Bawaba.Simulator.City;

/// <summary>A row of mandates.json as docs/files.md describes it.</summary>
internal sealed record OrderRow
{
    public required string Id { get; init; }

    public required string Purpose { get; init; }

    public required string InstrumentNumber { get; init; }

    public required string Issuer { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string Requester { get; init; }

    public required string Approver { get; init; }

    public required IReadOnlyList<string> Gates { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    public required DateTimeOffset FromAt { get; init; }

    public required DateTimeOffset UntilAt { get; init; }
}
