// Units of the demo city, so that the room has somebody to send. Called by `bawaba up` at the demo's first run, after its accounts.
// Promises: nothing is made where any unit exists; a directorate or gate the city does not have is left out.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Units;

/// <summary>Four units of two directorates with the demo's patrol officers as their crews, for the demo city alone.</summary>
public sealed class DemoUnits
{
    private static readonly (string Id, string Ar, string En, UnitKind Kind, string Directorate, string Vehicle, int Strength, string Crew, string? Gate, int? Welfare)[] Fleet =
    [
        ("desert-1", "دورية الصحراء 1", "Desert patrol 1", UnitKind.Patrol, "border-security", "تويوتا لاند كروزر", 4, "patrol-1", "border-south", 30),
        ("city-1", "دورية المدينة 1", "City patrol 1", UnitKind.Patrol, "oasis-security", "تويوتا هايلكس", 3, "patrol-2", "north", null),
        ("moto-1", "دراجات 1", "Motorcycles 1", UnitKind.Motorcycle, "oasis-security", "دراجتان ناريتان", 2, "patrol-3", null, null),
        ("medic-1", "إسعاف 1", "Ambulance 1", UnitKind.Medical, "oasis-security", "سيارة إسعاف", 3, "patrol-4", null, null),
    ];

    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly GateRegistry _gates;
    private readonly TimeProvider _time;

    internal DemoUnits(CenterStore store, AuditLog audit, GateRegistry gates, TimeProvider time)
    {
        _store = store;
        _audit = audit;
        _gates = gates;
        _time = time;
    }

    /// <summary>Makes them: two on duty at their gates, two off duty.</summary>
    public Task CreateAsync(CancellationToken cancellation) => _store.WriteAsync(
        connection =>
        {
            if (UnitSql.List(connection, Scope.Joint).Count == 0)
                Create(connection);
        },
        cancellation);

    private void Create(DbConnection connection)
    {
        var now = _time.GetUtcNow();
        var accounts = OperatorSql.Accounts(connection).ToDictionary(a => a.UserName, StringComparer.Ordinal);
        foreach (var made in Fleet)
        {
            if (!accounts.TryGetValue(made.Crew, out var crew))
                continue;
            var unit = new Unit
            {
                Id = UnitId.Parse(made.Id),
                Version = 1,
                Name = new() { Ar = made.Ar, En = made.En },
                Kind = made.Kind,
                Directorate = DirectorateId.Parse(made.Directorate),
                Vehicle = made.Vehicle,
                Strength = made.Strength,
                Status = UnitStatus.OffDuty,
                StatusAt = now,
                WelfareMinutes = made.Welfare,
            };
            _audit.Append(connection, new(AuditAct.UnitRegistered, AuditActor.System, $"unit/{unit.Id}", "demo"));
            UnitSql.Insert(connection, unit, crew.Id, now);
            UnitSql.AddCrew(connection, unit.Id, crew.Id, now);
            if (made.Gate is null || UnitTransitions.Take(unit, UnitVerb.OnDuty, now) is not UnitStep.Taken taken)
                continue;
            UnitSql.Update(connection, taken.Unit);
            if (GateId.TryParse(made.Gate, out var gate) && _gates.Find(Scope.Joint, gate) is not null)
                UnitSql.PutPosition(connection, unit.Id, new() { Gate = gate, At = now, Source = PositionSource.Gate });
        }
    }
}
