using Bawaba.Center.Alerts;
using Bawaba.Center.Gates;
using Bawaba.Center.Incidents;

namespace Bawaba.Console.Alerts;

/// <summary>An alert with the gate it came from.</summary>
public sealed record AlertCardView
{
    public required Alert Alert { get; init; }

    /// <summary>Cases it belongs to.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>Incidents it is linked to.</summary>
    public IReadOnlyList<IncidentNumber> Incidents { get; init; } = [];

    /// <summary>A coded word: why it was not put to a case; null where that was not asked, or was done.</summary>
    public string? CaseFault { get; init; }

    /// <summary>Null when the gate is not registered any more.</summary>
    public required Gate? Gate { get; init; }
}
