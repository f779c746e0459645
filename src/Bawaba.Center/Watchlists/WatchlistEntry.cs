using Bawaba.Contracts;

namespace Bawaba.Center.Watchlists;

/// <summary>A watch-list entry: a plate, and the law it rests on. Whom it concerns stays here: no gate gets a name.</summary>
public sealed record WatchlistEntry
{
    public required EntryId Id { get; init; }

    /// <summary>Null once it was erased; the stored form then has no plate at all, so none is required of it.</summary>
    public PlateText? Plate { get; init; }

    /// <summary>One of <see cref="ListCategory.All"/>.</summary>
    public required string Category { get; init; }

    /// <summary>The article of law.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>The verdict, order or report.</summary>
    public required string InstrumentNumber { get; init; }

    /// <summary>The court or prosecutor.</summary>
    public required string IssuedBy { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string Purpose { get; init; }

    /// <summary>One of <see cref="PermittedAction.All"/>.</summary>
    public required string PermittedAction { get; init; }

    public required string Requester { get; init; }

    public required string RequesterChain { get; init; }

    /// <summary>Another person than the requester, of another chain of command.</summary>
    public required string Approver { get; init; }

    public required string ApproverChain { get; init; }

    /// <summary>When the approver signed; the cap on the expiry counts from here. Of a draft: when it was written.</summary>
    public required DateTimeOffset ApprovedAt { get; init; }

    /// <summary>First instant at which it no longer is an entry.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public VehicleClass? Vehicle { get; init; }

    public string? Colour { get; init; }

    /// <summary>SHA-256 of the source document, 64 hexadecimal digits.</summary>
    public required string SourceDocumentSha256 { get; init; }

    /// <summary>Whom it concerns, as the source document names them; of a verdict or a missing person alone. Null once it was erased.</summary>
    public string? PersonName { get; init; }

    /// <summary>Number of that person's identity document, folded (<see cref="PersonFolding"/>).</summary>
    public string? PersonDocument { get; init; }

    /// <summary>The gates it is for; empty: every gate with an order.</summary>
    public IReadOnlyList<GateId> Gates { get; init; } = [];

    /// <summary>The case it belongs to.</summary>
    public string? CaseNumber { get; init; }

    public EntryState State { get; init; }

    public long Version { get; init; } = 1;

    /// <summary>The account that asked; empty in a file.</summary>
    public string RequesterAccount { get; init; } = "";

    /// <summary>The directorate of who asked; null: the joint room.</summary>
    public DirectorateId? Directorate { get; init; }

    /// <summary>The account whose passkey approved.</summary>
    public string? ApproverAccount { get; init; }

    /// <summary>The sheet it was approved by.</summary>
    public string? Sheet { get; init; }

    /// <summary>Random, in the hash of what gates do not see: nobody finds the rest by trying.</summary>
    public string Salt { get; init; } = "";

    /// <summary>Since when it is suspended or removed.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>When its plate was erased.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Approved, not stopped, not expired.</summary>
    public bool IsActiveAt(DateTimeOffset instant) =>
        State is not (EntryState.Draft or EntryState.Pending) && Sheet is not null
        && ApprovedAt <= instant && instant < ExpiresAt && !(StoppedAt <= instant);
}
