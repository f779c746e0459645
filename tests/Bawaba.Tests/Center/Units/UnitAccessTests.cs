using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Units;
using Bawaba.Tests.Center.Law;

namespace Bawaba.Tests.Center.Units;

/// <summary>Each role with each act on units that it may not do: refused, nothing changed, in the log.</summary>
public sealed class UnitAccessTests
{
    private static readonly (Permission Needed, Func<UnitRig, Actor, Task<object>> TryAsync)[] Acts =
    [
        (Permission.SeeUnits, async (r, a) => await r.Desk.ListAsync(a, r.Cancellation)),
        (Permission.SeeUnits, async (r, a) => await r.Desk.FindAsync(a, UnitRig.Patrol, r.Cancellation)),
        (Permission.WorkUnits, async (r, a) => await r.Desk.StepAsync(a, UnitRig.Patrol, 2, UnitVerb.OnDuty, r.Cancellation)),
        (Permission.WorkUnits, async (r, a) => await r.Desk.ReportPositionAsync(a, UnitRig.Patrol, null, A.North, r.Cancellation)),
        (Permission.WorkUnits, async (r, a) => await r.Desk.SetWelfareAsync(a, UnitRig.Patrol, 2, 30, r.Cancellation)),
        (Permission.WorkUnits, async (r, a) => await r.Desk.CallingAsync(a, r.Cancellation)),
        (Permission.WorkUnits, async (r, a) => await r.Desk.LookAfterAsync(a, UnitRig.Patrol, r.Cancellation)),
        (Permission.ManageUnits, async (r, a) => await r.Register.RegisterAsync(a, UnitsOf.Draft("patrol-2"), r.Cancellation)),
        (Permission.ManageUnits, async (r, a) => await r.Register.EditAsync(a, UnitRig.Patrol, 2, UnitsOf.Draft(), r.Cancellation)),
        (Permission.ManageUnits, async (r, a) => await r.Register.RetireAsync(a, UnitRig.Patrol, 2, r.Cancellation)),
        (Permission.ManageUnits, async (r, a) => await r.Register.SetCrewAsync(a, UnitRig.Patrol, 2, [], r.Cancellation)),
        (Permission.ManageUnits, async (r, a) => await r.Register.ChoicesAsync(a, null, r.Cancellation)),
        (Permission.ManageUnits, async (r, a) => await r.Center.Get<FeedDesk>().MakeAsync(a, "trackers", r.Cancellation)),
        (Permission.ManageUnits, async (r, a) => await r.Center.Get<FeedDesk>().ListAsync(a, r.Cancellation)),
        (Permission.CrewUnit, async (r, a) => await r.Phone.MineAsync(a, r.Cancellation)),
        (Permission.CrewUnit, async (r, a) => await r.SendAsync(UnitVerb.OnDuty, by: a)),
    ];

    public static TheoryData<Role> AllRoles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(AllRoles))]
    public async Task A_role_does_nothing_with_units_that_it_may_not_do(Role role)
    {
        await using var rig = await UnitRig.StartAsync();
        var (actor, before) = (await rig.Center.SignedInAsync(role), await rig.UnitAsync());
        foreach (var (needed, tryAsync) in Acts.Where(a => !RoleTable.Allows(role, a.Needed)))
        {
            var count = (await rig.Center.ActsAsync()).Count;
            Assert.Equal((needed, "NotAllowed"), (needed, (await tryAsync(rig, actor)).GetType().Name));
            Assert.Equal([nameof(AuditAct.Refused)], (await rig.Center.ActsAsync())[count..]);
        }
        Assert.Equal(before.Version, (await rig.UnitAsync()).Version);
    }

    [Fact]
    public void A_patrol_officer_sees_their_own_unit_and_nothing_else_and_has_a_second_factor()
    {
        Assert.Equal([Permission.CrewUnit], RoleTable.Of(Role.PatrolOfficer));
        Assert.True(SecondFactor.IsNeededBy(Role.PatrolOfficer));
    }
}
