using Bawaba.Center.Calls;
using Bawaba.Center.Incidents;

namespace Bawaba.Console.Calls;

/// <summary>The phone and radio log of a day, and the form of a new entry.</summary>
public sealed record CallsView
{
    public required IReadOnlyList<CallEntry> Calls { get; init; }

    /// <summary>The incidents each call is linked to.</summary>
    public required ILookup<string, IncidentNumber> Incidents { get; init; }

    /// <summary>Open incidents a call may be linked to.</summary>
    public required IReadOnlyList<IncidentLine> Open { get; init; }

    public required CallDraft Draft { get; init; }

    /// <summary>The day that is shown.</summary>
    public required DateOnly Day { get; init; }

    public IReadOnlyList<string> Faults { get; init; } = [];
}
