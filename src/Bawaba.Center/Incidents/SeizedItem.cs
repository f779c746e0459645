using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

/// <summary>Something that was taken, with its chain of custody: who had it from when, in which sealed bag.</summary>
public sealed record SeizedItem
{
    /// <summary>Year and serial; also the receipt's.</summary>
    public required string Number { get; init; }

    public required IncidentNumber Incident { get; init; }

    public DirectorateId? Directorate { get; init; }

    public required string Item { get; init; }

    public required string Quantity { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required string TakenWhere { get; init; }

    public required string TakenFrom { get; init; }

    public required string LegalBasis { get; init; }

    public required string Bag { get; init; }

    /// <summary>Who took it.</summary>
    public required string Holder { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<SeizureTransfer> Transfers { get; init; } = [];

    /// <summary>Who has it now.</summary>
    public string HolderNow => Transfers.Count > 0 ? Transfers[^1].To : Holder;

    public string BagNow => Transfers.Count > 0 ? Transfers[^1].Bag : Bag;
}
