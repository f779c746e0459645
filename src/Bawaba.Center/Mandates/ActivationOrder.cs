using Bawaba.Contracts;

namespace Bawaba.Center.Mandates;

/// <summary>
/// An order: who allowed comparing (or, of another kind, keeping), why, where and until when. Without an active one a gate counts,
/// compares nothing (1 BvR 142/15) and keeps nothing. It is never extended: a renewal is a new order with a new instrument number.
/// </summary>
public sealed record ActivationOrder
{
    public required MandateId Id { get; init; }

    /// <summary>One of <see cref="OrderKind.All"/>.</summary>
    public string Kind { get => field ?? OrderKind.Activation; init; }

    public required string Purpose { get; init; }

    /// <summary>The legal instrument; used by one order only, ever.</summary>
    public required string InstrumentNumber { get; init; }

    public required string Issuer { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string Requester { get; init; }

    /// <summary>Another person than the requester.</summary>
    public required string Approver { get; init; }

    public required IReadOnlyList<GateId> Gates { get; init; }

    /// <summary>Categories of entries that may be compared (<c>ListCategory</c>); none for an order to keep something.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>First instant in force (UTC).</summary>
    public required DateTimeOffset FromAt { get; init; }

    /// <summary>First instant no longer in force (UTC); at most 30 days after <see cref="FromAt"/>, 21 for retention, 72 hours for recording.</summary>
    public required DateTimeOffset UntilAt { get; init; }

    /// <summary>The hours of each day in which it holds; null: all.</summary>
    public DayHours? Hours { get; init; }

    /// <summary>The order this one renews, and what came of that: a renewal without results is none.</summary>
    public MandateId? Renews { get; init; }

    /// <summary>What came of the order this one renews.</summary>
    public string? Results { get; init; }

    public OrderState State { get; init; }

    public long Version { get; init; } = 1;

    /// <summary>The account that asked; empty in a file.</summary>
    public string RequesterAccount { get; init; } = "";

    /// <summary>The directorate of who asked; null: the joint room.</summary>
    public DirectorateId? Directorate { get; init; }

    /// <summary>The account whose passkey approved.</summary>
    public string? ApproverAccount { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>The sheet it was approved by.</summary>
    public string? Sheet { get; init; }

    /// <summary>Set when a person ended it early.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public bool IsActiveAt(DateTimeOffset instant) =>
        ApprovedAt is not null && FromAt <= instant && instant < UntilAt && !(EndedAt <= instant) && (Hours is null || Hours.Holds(instant));
}
