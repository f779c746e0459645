// Units of directorates for ScopeRig and the tests of other directorates' things.
using Bawaba.Center.Operators;
using Bawaba.Center.Units;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Law;

internal static class UnitsOf
{
    internal static UnitDraft Draft(string id = "patrol-1") => new() { Id = id, NameAr = "دورية", NameEn = "Patrol", Kind = UnitKind.Patrol, Vehicle = "Hilux", Strength = 3 };

    /// <summary>Registered by a supervisor of the directorate, at version 2, with one patrol officer of it.</summary>
    internal static async Task<UnitId> RegisteredAsync(ScopeRig rig, DirectorateId? directorate)
    {
        var supervisor = await rig.PersonAsync(Role.Supervisor, directorate);
        var register = rig.Center.Get<UnitRegister>();
        var unit = Assert.IsType<UnitResult.Done>(await register.RegisterAsync(supervisor, Draft($"patrol-{directorate?.Value ?? "joint"}"), rig.Cancellation)).Unit;
        var officer = await rig.PersonAsync(Role.PatrolOfficer, directorate);
        return Assert.IsType<UnitResult.Done>(await register.SetCrewAsync(supervisor, unit.Id, unit.Version, [officer.Account], rig.Cancellation)).Unit.Id;
    }

    /// <summary>A unit of our own is said to be at the gate.</summary>
    internal static async Task<UnitResult> AtGateAsync(ScopeRig rig, Actor actor, GateId gate)
    {
        var (desk, id) = (rig.Center.Get<UnitDesk>(), UnitId.Parse($"patrol-{ScopeRig.Ours.Value}"));
        if (((Reading<Unit>.Granted)await desk.FindAsync(actor, id, rig.Cancellation)).Value is { Status: UnitStatus.OffDuty } unit)
            Assert.IsType<UnitResult.Done>(await desk.StepAsync(actor, id, unit.Version, UnitVerb.OnDuty, rig.Cancellation));
        return await desk.ReportPositionAsync(actor, id, null, gate, rig.Cancellation);
    }
}
