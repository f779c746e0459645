using Bawaba.Center.Gates;
using Bawaba.Console.Gates;

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
}
