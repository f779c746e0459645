using Bawaba.Center.Gates;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;

namespace Bawaba.Console.Incidents;

/// <summary>One incident as a page.</summary>
public sealed record IncidentView
{
    public required IncidentFile File { get; init; }

    public Gate? Gate { get; init; }

    /// <summary>Units that could be sent.</summary>
    public IReadOnlyList<Recommendation> Recommended { get; init; } = [];

    /// <summary>Who may be offered the lead.</summary>
    public IReadOnlyList<Account> Eligible { get; init; } = [];

    /// <summary>A word of the texts <c>incident-fault</c>; null: nothing was refused.</summary>
    public string? Fault { get; init; }

    /// <summary>Required steps that stand in the way of closing.</summary>
    public IReadOnlyList<ChecklistStep> OpenSteps { get; init; } = [];

    public bool IsOpen => File.Incident.State is IncidentState.Open;
}
