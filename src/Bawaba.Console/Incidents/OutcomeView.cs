using Bawaba.Center.Alerts;
using Bawaba.Center.Incidents;

namespace Bawaba.Console.Incidents;

/// <summary>The form of an apprehension or a seizure.</summary>
public sealed record OutcomeView
{
    public required IncidentNumber Number { get; init; }

    public CustodyDraft Custody { get; init; } = new();

    public SeizureDraft Seizure { get; init; } = new();

    /// <summary>The incident's confirmed alerts whose entries rest on a verdict.</summary>
    public IReadOnlyList<Alert> Verdicts { get; init; } = [];

    public IReadOnlyList<string> Faults { get; init; } = [];
}
