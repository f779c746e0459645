// Which of these tests run at the same time. Each runs whole systems and browsers, and there are two cores: most run one after another. Beside
// them run those that mostly wait: for a road, a restart, a clock. Those that hold how fast a screen or a gate is run alone, after all others.
using Xunit.Sdk;
using Xunit.v3;

[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
[assembly: Parallelization(Mode = ParallelMode.Collections, MaxThreads = 2)]

namespace Bawaba.SystemTests;

/// <summary>The lanes beside the one in which every other test is.</summary>
internal static class Lanes
{
    /// <summary>Mostly waits, and holds no time that is short.</summary>
    internal const string Waits = "waits";

    /// <summary>Holds times: two at a time would measure each other.</summary>
    internal const string Alone = "alone";
}

[CollectionDefinition(Lanes.Waits)]
public sealed class WaitingLane;

[CollectionDefinition(Lanes.Alone, DisableParallelization = true)]
public sealed class LoneLane;
