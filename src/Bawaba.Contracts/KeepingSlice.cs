using Bawaba.Contracts.Approvals;

namespace Bawaba.Contracts;

/// <summary>What a retention or a recording order lets one gate keep, from–until. It lets nothing be compared.</summary>
public sealed record KeepingSlice
{
    public required MandateId Id { get; init; }

    /// <summary><see cref="OrderKind.Retention"/> or <see cref="OrderKind.Recording"/>; what a gate does not know, it refuses.</summary>
    public required string Kind { get; init; }

    /// <summary>First instant at which keeping is allowed (UTC).</summary>
    public required DateTimeOffset FromAt { get; init; }

    /// <summary>First instant at which it no longer is (UTC).</summary>
    public required DateTimeOffset UntilAt { get; init; }

    /// <summary>The hours of each day in which it holds; null: all.</summary>
    public DayHours? Hours { get; init; }

    /// <summary>By whom and on what it stands; without it the order is none.</summary>
    public OrderOrigin? Origin { get; init; }

    /// <summary>True when it lets a gate keep what passes at the instant.</summary>
    public bool HoldsAt(DateTimeOffset instant) => FromAt <= instant && instant < UntilAt && (Hours is null || Hours.Holds(instant));
}
