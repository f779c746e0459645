using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Units;

/// <summary>A unit over HTTP, for the room. Without the task's words: those are its crew's and the incident's.</summary>
internal sealed record UnitBody
{
    public required UnitId Id { get; init; }

    public required long Version { get; init; }

    public required LocalName Name { get; init; }

    public required UnitKind Kind { get; init; }

    public DirectorateId? Directorate { get; init; }

    public required UnitStatus Status { get; init; }

    public required DateTimeOffset StatusAt { get; init; }

    public DateTimeOffset? OnDutyAt { get; init; }

    public required int Strength { get; init; }

    public required IReadOnlyList<string> Crew { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public GateId? Gate { get; init; }

    public DateTimeOffset? PositionAt { get; init; }

    public PositionSource? PositionSource { get; init; }

    /// <summary>What it is sent to, such as <c>incident/2026-000012</c>.</summary>
    public string? Subject { get; init; }

    public DateTimeOffset? WelfareDueAt { get; init; }

    public DateTimeOffset? OverdueAt { get; init; }

    internal static UnitBody Of(Unit unit) => new()
    {
        Id = unit.Id,
        Version = unit.Version,
        Name = unit.Name,
        Kind = unit.Kind,
        Directorate = unit.Directorate,
        Status = unit.Status,
        StatusAt = unit.StatusAt,
        OnDutyAt = unit.OnDutyAt,
        Strength = unit.Strength,
        Crew = [.. unit.Crew.Select(m => m.Name)],
        Latitude = unit.Position?.Point?.Latitude,
        Longitude = unit.Position?.Point?.Longitude,
        Gate = unit.Position?.Gate,
        PositionAt = unit.Position?.At,
        PositionSource = unit.Position?.Source,
        Subject = unit.Assignment?.Task.Subject,
        WelfareDueAt = unit.WelfareDueAt,
        OverdueAt = unit.OverdueAt,
    };
}
