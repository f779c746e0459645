using Bawaba.Contracts.Approvals;

namespace Bawaba.Contracts;

/// <summary>A watch-list entry as a gate's computer may hold it: plate, descriptors, category, action. No names.</summary>
public sealed record ListEntry
{
    public required EntryId Id { get; init; }

    public required PlateText Plate { get; init; }

    public required string Category { get; init; }

    /// <summary>observe, verify-identity, stop-and-notify, arrest-under-verdict or welfare-check.</summary>
    public required string PermittedAction { get; init; }

    /// <summary>The matcher refuses the entry from this instant on (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What the vehicle should look like, for the person who compares; null when not known.</summary>
    public VehicleClass? Vehicle { get; init; }

    public string? Colour { get; init; }

    /// <summary>By whom and on what it stands.</summary>
    public EntryOrigin? Origin { get; init; }
}
