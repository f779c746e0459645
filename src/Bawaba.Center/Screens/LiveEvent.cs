using Bawaba.Center.Live;

namespace Bawaba.Center.Screens;

/// <summary>One message of the live stream.</summary>
internal sealed record LiveEvent
{
    /// <summary>The feed's number: of this change, or the newest sent at a beat.</summary>
    public required long Seq { get; init; }

    /// <summary>The center's clock.</summary>
    public required DateTimeOffset At { get; init; }

    public LiveKind? Kind { get; init; }

    /// <summary>What changed: an id, never a plate.</summary>
    public string? Subject { get; init; }

    public long? Version { get; init; }

    /// <summary>The alert's state after the change.</summary>
    public string? State { get; init; }
}
