// How far the steps of an incident's checklist are: read out of its log. Pure. Used by the desks of this module.
namespace Bawaba.Center.Incidents;

/// <summary>One step of an incident's checklist, and how it stands.</summary>
public sealed record Checklist
{
    public required ChecklistStep Step { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Null: not left out.</summary>
    public string? SkippedBecause { get; init; }

    /// <summary>Who did it or left it out; null: nobody yet.</summary>
    public string? By { get; init; }

    internal static IReadOnlyList<Checklist> Of(IncidentType type, IReadOnlyList<IncidentLogLine> lines) => [.. type.Steps.Select(step =>
    {
        var done = lines.FirstOrDefault(l => l.Kind is IncidentLogKind.StepDone && l.Subject == step.Id);
        var skipped = done is null ? lines.LastOrDefault(l => l.Kind is IncidentLogKind.StepSkipped && l.Subject == step.Id) : null;
        return new Checklist { Step = step, DoneAt = done?.At, SkippedBecause = skipped?.Text, By = done?.By ?? skipped?.By };
    })];

    /// <summary>How many steps were left out so far, whatever came of them later.</summary>
    internal static int Skipped(IReadOnlyList<IncidentLogLine> lines) => lines.Count(l => l.Kind is IncidentLogKind.StepSkipped);
}
