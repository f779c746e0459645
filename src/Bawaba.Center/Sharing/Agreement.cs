using Bawaba.Contracts;

namespace Bawaba.Center.Sharing;

/// <summary>What one directorate lets another see and do of its incidents: agreed by both, until an instant, never of what began before.</summary>
public sealed record Agreement
{
    public required AgreementId Id { get; init; }

    /// <summary>Whose incidents.</summary>
    public required DirectorateId Giver { get; init; }

    public required DirectorateId Taker { get; init; }

    public required ShareMode Mode { get; init; }

    public required IReadOnlyList<ShareField> Fields { get; init; }

    public required string Purpose { get; init; }

    public required DateTimeOffset FromAt { get; init; }

    public required DateTimeOffset UntilAt { get; init; }

    public required string OfferedBy { get; init; }

    public required DateTimeOffset OfferedAt { get; init; }

    public string? AcceptedBy { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public string? EndedBy { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Both have agreed and its time runs.</summary>
    public bool IsInForceAt(DateTimeOffset at) => AcceptedAt <= at && EndedAt is null && FromAt <= at && at < UntilAt;

    /// <summary>Whether it covers what began then: nothing before both had agreed.</summary>
    public bool Covers(DateTimeOffset beganAt) => AcceptedAt < beganAt && FromAt <= beganAt && beganAt < UntilAt;
}
