using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Incidents;

/// <summary>A kind of incident with its checklist, in one version.</summary>
public sealed record IncidentType
{
    /// <summary>A slug, such as road-attack.</summary>
    public required string Code { get; init; }

    /// <summary>Whose; null: the whole room's. A directorate's own stands for it before the room's.</summary>
    public DirectorateId? Owner { get; init; }

    /// <summary>0 as it came with the program, then 1, 2, 3 … An incident keeps the version it began under.</summary>
    public long Version { get; init; }

    public required LocalName Name { get; init; }

    public required IncidentPriority Priority { get; init; }

    public required IReadOnlyList<ChecklistStep> Steps { get; init; }

    /// <summary>Who made this version; null for those that came with the program.</summary>
    public string? MadeBy { get; init; }

    public DateTimeOffset? MadeAt { get; init; }
}
