using Bawaba.Center.Operators;

namespace Bawaba.Tests.Center.Operators;

public sealed class RoleTableTests
{
    [Fact]
    public void The_administrator_sees_no_plate_and_works_no_alert() =>
        Assert.DoesNotContain(
            RoleTable.Of(Role.Administrator),
            p => p is Permission.SeeAlerts or Permission.WorkAlerts or Permission.SeeCameraPictures or Permission.SeeWatchlist);

    [Fact]
    public void The_auditor_changes_nothing() =>
        Assert.DoesNotContain(RoleTable.Of(Role.Auditor), p => p is Permission.WorkAlerts or Permission.ManageAccounts);

    [Fact]
    public void Only_registrar_approver_and_auditor_see_the_watch_list() =>
        Assert.Equal([Role.Registrar, Role.Approver, Role.Auditor], WhoMay(Permission.SeeWatchlist));

    [Fact]
    public void Only_those_at_work_with_alerts_see_camera_pictures() =>
        Assert.Equal(WhoMay(Permission.WorkAlerts), WhoMay(Permission.SeeCameraPictures));

    [Fact]
    public void The_commander_works_what_went_on_to_them_and_nothing_else()
    {
        Assert.Equal([Role.Commander], WhoMay(Permission.WorkEscalatedAlerts));
        Assert.DoesNotContain(Role.Commander, WhoMay(Permission.WorkAlerts));
    }

    [Fact]
    public void A_role_that_does_not_exist_may_do_nothing() => Assert.Empty(RoleTable.Of((Role)99));

    private static IEnumerable<Role> WhoMay(Permission permission) => Enum.GetValues<Role>().Where(r => RoleTable.Allows(r, permission));
}
