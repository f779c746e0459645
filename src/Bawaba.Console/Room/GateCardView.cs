using Bawaba.Center.Gates;
using Bawaba.Console.Gates;
using Bawaba.Contracts;

namespace Bawaba.Console.Room;

/// <summary>A gate in the room.</summary>
public sealed record GateCardView
{
    public required Gate Gate { get; init; }

    /// <summary>Null where the role may not see how gates are.</summary>
    public GateState? State { get; init; }

    /// <summary>Since local midnight; null where the role may not see counts.</summary>
    public FlowView? Today { get; init; }

    /// <summary>In the last <see cref="RoomReader.RecentMinutes"/> minutes.</summary>
    public FlowView? Recent { get; init; }

    /// <summary>Alerts that wait for a decision; null where the role may not see alerts.</summary>
    public long? OpenAlerts { get; init; }

    /// <summary>Cameras without a picture, or with a dark, blurred or moved one; null while the gate is silent, when nobody knows.</summary>
    internal int? CamerasNotWell => State is { Unheard: false } state ? state.Cameras.Count(camera => !IsWell(camera)) : null;

    internal static bool IsWell(CameraState camera) =>
        camera is { Phase: CameraPhase.Live, Picture: not { State: PictureState.Dark or PictureState.Blurred or PictureState.Moved } };
}
