// An incident's places, lines and clocks in words of the screen's language. Used by every page of this folder.
using Bawaba.Center.Gates;
using Bawaba.Center.Incidents;
using Bawaba.Console.Frame;
using Bawaba.Pages.Language;

namespace Bawaba.Console.Incidents;

internal static class IncidentWords
{
    internal static string Place(Screen screen, IncidentPlace place, Gate? gate) =>
        string.Join(" · ", new[] { gate is null ? place.Gate?.Value : screen.Name(gate.Name), place.Text }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>What a line is about, beside its kind; empty where the kind says all.</summary>
    internal static string Subject(Screen screen, IncidentLogLine line, IncidentType type, IReadOnlyList<IncidentUnit> units) => line.Kind switch
    {
        IncidentLogKind.UnitAssigned or IncidentLogKind.UnitAcknowledged or IncidentLogKind.UnitEnRoute or IncidentLogKind.UnitOnScene or IncidentLogKind.UnitReleased
            or IncidentLogKind.WelfareOverdue or IncidentLogKind.WelfareSettled => units.FirstOrDefault(u => line.Subject == $"unit/{u.Assignment.Unit}") is { } unit ? screen.Name(unit.Name) : line.Subject,
        IncidentLogKind.StepDone or IncidentLogKind.StepSkipped => type.Steps.FirstOrDefault(s => s.Id == line.Subject) is { } step ? screen.Name(step.Text) : line.Subject,
        IncidentLogKind.PriorityChanged => Enum.TryParse<IncidentPriority>(line.Subject, out var priority) ? screen.Language.Word(priority) : line.Subject,
        IncidentLogKind.Opened => screen.Name(type.Name),
        _ => "",
    };

    /// <summary>An id that stands in the line, such as the custody register's number; empty: none.</summary>
    internal static string Number(IncidentLogLine line) => line.Kind switch
    {
        IncidentLogKind.CallLinked or IncidentLogKind.CaseLinked or IncidentLogKind.Apprehension or IncidentLogKind.Seizure or IncidentLogKind.SeizureHandedOver
            or IncidentLogKind.CustodyChanged => line.Subject[(line.Subject.IndexOf('/', StringComparison.Ordinal) + 1)..].Split(' ')[0],
        _ => "",
    };
}
