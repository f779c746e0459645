// Units as pages show them, one in each status.
using Bawaba.Center.Units;
using Bawaba.Console.Units;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Tests.Console;

internal static class UnitSamples
{
    internal static UnitNames Names { get; } = new()
    {
        Gates = new Dictionary<GateId, LocalName> { [GateId.Parse("north")] = new() { Ar = "البوابة الشمالية", En = "North gate" } },
        Directorates = new Dictionary<DirectorateId, LocalName> { [DirectorateId.Parse("security-north")] = new() { Ar = "أمن الشمال", En = "North security" } },
    };

    internal static IEnumerable<Unit> All(DateTimeOffset now) => Enum.GetValues<UnitStatus>().Select((status, i) => new Unit
    {
        Id = UnitId.Parse($"patrol-{i}"),
        Version = 1,
        Name = new() { Ar = $"دورية {i}", En = $"Patrol {i}" },
        Kind = UnitKind.Patrol,
        Strength = 3,
        Status = status,
        StatusAt = now.AddMinutes(-12),
        WelfareMinutes = status is UnitStatus.OnScene ? 30 : null,
        WelfareDueAt = status is UnitStatus.OnScene ? now.AddMinutes(4) : null,
        OverdueAt = status is UnitStatus.EnRoute ? now : null,
        Position = status switch
        {
            UnitStatus.OffDuty => null,
            UnitStatus.Available => new() { Gate = GateId.Parse("north"), At = now.AddHours(-2), Source = PositionSource.Gate },
            _ => new() { Point = Coordinates.TryMake(27.0377, 14.4283, out var point) ? point : null, AccuracyMetres = 12.4, At = now.AddSeconds(-20), Source = PositionSource.Browser },
        },
        Assignment = status is UnitStatus.Assigned or UnitStatus.EnRoute or UnitStatus.OnScene ? Task(UnitId.Parse($"patrol-{i}"), now) : null,
    });

    internal static Unit OnTask(DateTimeOffset now) => All(now).Single(u => u.Status is UnitStatus.OnScene) with { Directorate = DirectorateId.Parse("security-north") };

    private static Assignment Task(UnitId unit, DateTimeOffset now) => new()
    {
        Id = new(new Guid(7, 0, 0, new byte[8])),
        Unit = unit,
        Task = new()
        {
            Subject = "incident/2026-000012",
            Title = new() { Ar = "حادث مرور", En = "Traffic accident" },
            Place = new() { Ar = "الطريق الشمالي", En = "Northern road" },
            Priority = 1,
            Instructions = "<b>قفوا</b> على بعد",
            Notes = "مصابان",
        },
        AssignedAt = now.AddMinutes(-3),
        AssignedBy = "Person 1",
    };
}
