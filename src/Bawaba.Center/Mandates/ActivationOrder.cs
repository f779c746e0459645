using Bawaba.Contracts;

namespace Bawaba.Center.Mandates;

/// <summary>
/// An activation order: who allowed comparing, why, where and until when. Without an active one a gate counts
/// and compares nothing (1 BvR 142/15). It is never extended: a renewal is a new order with a new instrument number.
/// </summary>
public sealed record ActivationOrder
{
    public required MandateId Id { get; init; }

    public required string Purpose { get; init; }

    /// <summary>The legal instrument; used by one order only, ever.</summary>
    public required string InstrumentNumber { get; init; }

    public required string Issuer { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string Requester { get; init; }

    /// <summary>Another person than the requester.</summary>
    public required string Approver { get; init; }

    public required IReadOnlyList<GateId> Gates { get; init; }

    /// <summary>Categories of entries that may be compared (<c>ListCategory</c>).</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>First instant in force (UTC).</summary>
    public required DateTimeOffset FromAt { get; init; }

    /// <summary>First instant no longer in force (UTC); at most 30 days after <see cref="FromAt"/>.</summary>
    public required DateTimeOffset UntilAt { get; init; }

    public bool IsActiveAt(DateTimeOffset instant) => FromAt <= instant && instant < UntilAt;
}
