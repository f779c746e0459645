using Bawaba.Contracts.Approvals;

namespace Bawaba.Contracts;

/// <summary>What an activation order lets one gate do: compare entries of these categories, from–until.</summary>
public sealed record ActivationSlice
{
    public required MandateId Id { get; init; }

    /// <summary>First instant at which comparing is allowed (UTC).</summary>
    public required DateTimeOffset FromAt { get; init; }

    /// <summary>First instant at which it no longer is (UTC).</summary>
    public required DateTimeOffset UntilAt { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The hours of each day in which it holds; null: all.</summary>
    public DayHours? Hours { get; init; }

    /// <summary>By whom and on what it stands.</summary>
    public OrderOrigin? Origin { get; init; }

    /// <summary>True when it lets a gate compare at the instant.</summary>
    public bool HoldsAt(DateTimeOffset instant) => FromAt <= instant && instant < UntilAt && (Hours is null || Hours.Holds(instant));
}
