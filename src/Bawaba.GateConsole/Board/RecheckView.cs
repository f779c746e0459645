using Bawaba.Gate;
using Bawaba.Gate.Officers;

namespace Bawaba.GateConsole.Board;

/// <summary>A hit to be rechecked by voice, and what the last answer came to.</summary>
public sealed record RecheckView
{
    internal BoardHit Hit { get; init; } = null!;

    internal RecheckAnswer? Answer { get; init; }

    /// <summary>What the officer gives as their name.</summary>
    public required string OfficerName { get; init; }
}
