using Bawaba.Center.Calls;
using Bawaba.Center.Gates;
using Bawaba.Center.Units;

namespace Bawaba.Console.Calls;

/// <summary>The phone and radio log of a day, and the form of a new entry.</summary>
public sealed record CallsView
{
    public required IReadOnlyList<CallEntry> Calls { get; init; }

    /// <summary>Those somebody waits for an answer to, of whatever day.</summary>
    public required IReadOnlyList<CallEntry> Waiting { get; init; }

    /// <summary>What a row may be linked to.</summary>
    public required CallLinksView Links { get; init; }

    /// <summary>Units on duty, whose position may come with a call by radio.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    public required IReadOnlyList<Gate> Gates { get; init; }

    public required CallDraft Draft { get; init; }

    /// <summary>The day that is shown.</summary>
    public required DateOnly Day { get; init; }

    public IReadOnlyList<string> Faults { get; init; } = [];
}
