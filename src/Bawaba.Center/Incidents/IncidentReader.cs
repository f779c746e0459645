// Reads the form of a new incident. Pure. Called by IncidentDesk. Promises: every fault is named at once.
using Bawaba.Center.Alerts;
using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

internal sealed record IncidentReader
{
    internal required IncidentType Type { get; init; }

    internal required IncidentPriority Priority { get; init; }

    internal required string Summary { get; init; }

    internal required IncidentPlace Place { get; init; }

    /// <summary>The fields that are not what they must be; none where the incident was read.</summary>
    internal static IReadOnlyList<string> Read(IReadOnlyList<IncidentType> types, IncidentDraft draft, GateId? gate, Alert? alert, out IncidentReader? read)
    {
        var faults = new List<string>();
        var type = types.FirstOrDefault(t => t.Code == draft.Type);
        if (type is null)
            faults.Add("type");
        var priority = type?.Priority ?? IncidentPriority.Urgent;
        if (draft.Priority.Length > 0 && !(Enum.TryParse(draft.Priority, out priority) && Enum.IsDefined(priority)))
            faults.Add("priority");
        var summary = IncidentChecks.Line(draft.Summary, IncidentChecks.MaxSummary);
        if (summary is null || IsPlate(summary))
            faults.Add("summary");
        var place = IncidentChecks.Line(draft.Place, IncidentChecks.MaxPlace);
        if ((place is null && (gate is null || draft.Place.Trim().Length > 0)) || (place is not null && IsPlate(place)))
            faults.Add("place");
        if (!IncidentChecks.TryCoordinates(draft.Latitude, draft.Longitude, out var at))
            faults.Add("latitude");
        read = faults.Count > 0
            ? null
            : new()
            {
                Type = type!,
                Priority = priority,
                Summary = summary!,
                Place = new() { Gate = gate, Text = place, Point = at },
            };
        return faults;

        bool IsPlate(string words) => alert?.Plate is { } plate && IncidentChecks.Holds(words, plate);
    }
}
