using Bawaba.Center.Incidents;

namespace Bawaba.Console.Calls;

/// <summary>What calls are linked to, and may be.</summary>
public sealed record CallLinksView
{
    /// <summary>The incidents each call is linked to.</summary>
    public required ILookup<string, IncidentNumber> Incidents { get; init; }

    /// <summary>Open incidents a call may be linked to.</summary>
    public required IReadOnlyList<IncidentLine> Open { get; init; }

    /// <summary>Types of an incident that is opened from a call.</summary>
    public required IReadOnlyList<IncidentType> Types { get; init; }
}
