// Checklists as JSON: in the file that comes with the program, and in a type's row. Used by IncidentTypes and IncidentTypeSql.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bawaba.Center.Incidents;

internal sealed record TypeLine(string Code, string Ar, string En, IncidentPriority Priority, IReadOnlyList<StepLine> Steps);

internal sealed record StepLine(string Id, string Ar, string En, bool Required);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<TypeLine>))]
[JsonSerializable(typeof(IReadOnlyList<StepLine>))]
internal sealed partial class ChecklistJson : JsonSerializerContext
{
    internal static string Write(IEnumerable<ChecklistStep> steps) =>
        JsonSerializer.Serialize([.. steps.Select(s => new StepLine(s.Id, s.Text.Ar, s.Text.En, s.Required))], Default.IReadOnlyListStepLine);

    internal static IReadOnlyList<ChecklistStep> Read(string json) => Steps(JsonSerializer.Deserialize(json, Default.IReadOnlyListStepLine) ?? []);

    internal static IReadOnlyList<ChecklistStep> Steps(IEnumerable<StepLine> lines) =>
        [.. lines.Select(l => new ChecklistStep(l.Id, new() { Ar = l.Ar, En = l.En }, l.Required))];
}
