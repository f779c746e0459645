using Bawaba.Gate;

namespace Bawaba.GateConsole.Board;

/// <summary>Judges the road.</summary>
internal static class RoadStates
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    internal static RoadState Of(GateStanding standing, DateTimeOffset now) => standing.HeardAt switch
    {
        null => RoadState.Never,
        { } at when now - at <= Fresh => RoadState.Connected,
        _ => RoadState.Broken,
    };
}
