using Bawaba.Center.Alerts;
using Bawaba.Center.Gates;
using Bawaba.Center.Incidents;

namespace Bawaba.Console.Incidents;

/// <summary>The form of a new incident.</summary>
public sealed record IncidentFormView
{
    public required IncidentDraft Draft { get; init; }

    public required IReadOnlyList<IncidentType> Types { get; init; }

    public required IReadOnlyList<Gate> Gates { get; init; }

    /// <summary>The confirmed alert it is about.</summary>
    public Alert? Alert { get; init; }

    /// <summary>Names of fields that were refused; or a word of <c>incident-fault</c>.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
