// What stands on the situation sheet, for whom, and what of it is in the log.
using Bawaba.Center.Alerts;
using Bawaba.Center.Audit;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Situation;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Contracts;
using Bawaba.Tests.Center.Calls;
using Bawaba.Tests.Center.Incidents;
using Bawaba.Tests.Center.Law;

namespace Bawaba.Tests.Center.Situation;

public sealed class SituationDeskTests
{
    [Fact]
    public async Task It_holds_gates_alerts_incidents_units_and_the_last_hours_calls_as_they_are_now()
    {
        await using var rig = await IncidentRig.StartAsync();
        var center = rig.Center;
        var early = await CallRig.RecordAsync(center, rig.Operator, CallRig.Draft(center, "early"));
        center.Time.Advance(TimeSpan.FromMinutes(61));
        var late = await CallRig.RecordAsync(center, rig.Operator, CallRig.Draft(center, "late") with { NeedsAnswer = true });
        await center.DeliverAsync(A.Record(900, center.Now, A.Count(center.Now)), A.Record(901, center.Now, A.Count(center.Now, Direction.Out)), A.Record(902, center.Now.AddMinutes(-90), A.Count(center.Now.AddMinutes(-90))));
        var incident = await rig.OpenAsync();
        await rig.OpenAsync(rig.Draft("accident"));
        var closed = await rig.OpenAsync();
        await rig.FinishStepsAsync(closed.Number);
        IncidentRig.Done(await rig.Outcomes.NothingFoundAsync(rig.Operator, closed.Number, "x", rig.Cancellation));
        IncidentRig.Done(await rig.Desk.CloseAsync(rig.Operator, closed.Number, rig.Cancellation));
        var unit = await OnDutyAsync(rig, "patrol-1");
        await center.Get<UnitRegister>().RegisterAsync(rig.Supervisor, UnitsOf.Draft("patrol-2"), rig.Cancellation);
        Assert.IsType<UnitResult.Done>(await center.Get<UnitDesk>().ReportPositionAsync(rig.Operator, unit, null, A.North, rig.Cancellation));
        IncidentRig.Done(await center.Get<DispatchDesk>().AssignAsync(rig.Operator, incident.Number, unit, AssignmentId.Mint(center.Time), rig.Cancellation));
        center.Time.Advance(TimeSpan.FromMinutes(3));

        var sheet = await MakeAsync(center, rig.Supervisor);
        Assert.Equal((center.Now, new DateTimeOffset(2026, 11, 25, 14, 0, 0, TimeSpan.Zero)), (sheet.MadeAt, sheet.StandsUntil));
        var gate = Assert.Single(sheet.Gates, g => g.Gate.Id == A.North);
        Assert.Equal((1, 1, 0, true), (gate.In, gate.Out, gate.Unknown, gate.State.Unheard));
        Assert.Equal([late.Number], sheet.Calls.Select(c => c.Number));
        Assert.NotEqual(early.Number, late.Number);
        Assert.Equal(2, sheet.Incidents.Count);
        var line = Assert.Single(sheet.Incidents, i => i.Incident.Number == incident.Number);
        Assert.Equal((1, "Patrol", rig.Operator.DisplayName), (line.UnitCount, string.Join('|', line.Units.Select(n => n.En)), line.Incident.CommandName));
        var patrol = Assert.Single(sheet.Units);
        Assert.Equal((unit, UnitStatus.Assigned, 3, A.North, 1), (patrol.Id, patrol.Status, patrol.Strength, patrol.Position!.Gate, sheet.UnitsOffDuty));
        Assert.Equal(TimeSpan.FromMinutes(3), sheet.MadeAt - patrol.Position.At);
    }

    [Fact]
    public async Task A_plate_stands_there_of_a_confirmed_alert_alone_and_the_log_has_the_sheet_and_the_alert()
    {
        await using var rig = await IncidentRig.StartAsync();
        var confirmed = await rig.ConfirmedAsync(verdict: true);
        rig.Center.Time.Advance(TimeSpan.FromMinutes(6));
        var raised = await rig.Center.RaiseAsync();
        var rejected = await rig.Center.RaiseAsync(A.Hit(rig.Center.Now));
        Assert.IsType<AlertResult.Done>(await rig.Center.Get<AlertDesk>().RejectAsync(rig.Operator, rejected.Id, rejected.Version, RejectReason.Other, rig.Cancellation));
        var before = (await LogAsync(rig.Center)).Count;
        var sheet = await MakeAsync(rig.Center, rig.Operator);
        // The arrest is graver than the stolen vehicle, whatever came first.
        Assert.Equal([confirmed.Id, raised.Id], sheet.Alerts.Select(a => a.Id));
        Assert.Equal([IncidentRig.VerdictPlate, null], sheet.Alerts.Select(a => a.Plate?.Visual));
        Assert.Equal(2, sheet.Gates.Single(g => g.Gate.Id == A.North).OpenAlerts);
        var log = (await LogAsync(rig.Center))[before..];
        Assert.Equal(
            [(nameof(AuditAct.AlertSeen), confirmed.Id.ToString(), ""), (nameof(AuditAct.SituationSheetMade), "situation", "alerts=2 plates=1 incidents=0 units=0 calls=0")],
            log);
    }

    [Fact]
    public async Task Each_sheet_is_a_row_of_its_own_and_without_the_log_there_is_none()
    {
        await using var rig = await IncidentRig.StartAsync();
        await rig.ConfirmedAsync();
        await MakeAsync(rig.Center, rig.Supervisor);
        await MakeAsync(rig.Center, rig.Supervisor);
        Assert.Equal(2, (await rig.Center.ActsAsync()).Count(a => a == nameof(AuditAct.SituationSheetMade)));
        await rig.Center.BreakAuditAsync();
        Assert.IsType<Reading<SituationSheet>.AuditUnavailable>(await rig.Center.Get<SituationDesk>().MakeAsync(rig.Supervisor, rig.Cancellation));
    }

    [Fact]
    public async Task A_directorates_sheet_has_its_own_and_what_is_common_and_nothing_of_anothers()
    {
        await using var rig = await ScopeRig.StartAsync();
        var (ours, theirs) = (await rig.ThingsOfAsync(ScopeRig.Ours, A.North), await rig.ThingsOfAsync(ScopeRig.Theirs, ScopeRig.South));
        var numbers = new List<string>();
        foreach (var (directorate, unit) in new[] { (ScopeRig.Ours, ours.Unit), (ScopeRig.Theirs, theirs.Unit) })
        {
            var actor = await rig.PersonAsync(Role.Operator, directorate);
            Assert.IsType<UnitResult.Done>(await rig.Center.Get<UnitDesk>().StepAsync(actor, unit, 2, UnitVerb.OnDuty, rig.Cancellation));
            numbers.Add((await CallRig.RecordAsync(rig.Center, actor, CallRig.Draft(rig.Center))).Number);
        }
        foreach (var role in new[] { Role.Operator, Role.Supervisor, Role.Commander })
        {
            var sheet = await MakeAsync(rig.Center, await rig.PersonAsync(role, ScopeRig.Ours));
            Assert.Equal([A.North, ScopeRig.Common], sheet.Gates.Select(g => g.Gate.Id));
            Assert.Equal([ours.Alert], sheet.Alerts.Select(a => a.Id));
            Assert.Equal([ours.Incident], sheet.Incidents.Select(i => i.Incident.Number));
            Assert.Equal([ours.Unit], sheet.Units.Select(u => u.Id));
            Assert.Contains(numbers[0], sheet.Calls.Select(c => c.Number));
            Assert.DoesNotContain(numbers[1], sheet.Calls.Select(c => c.Number));
        }
        var whole = await MakeAsync(rig.Center, await rig.PersonAsync(Role.Supervisor, null));
        Assert.Equal((3, 2, 2), (whole.Gates.Count, whole.Alerts.Count, whole.Units.Count));
    }

    [Fact]
    public async Task Only_operator_supervisor_and_commander_print_it_and_each_may_see_every_part_of_it()
    {
        await using var rig = await CenterRig.StartAsync();
        var may = new List<Role>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var result = await rig.Get<SituationDesk>().MakeAsync(await rig.SignedInAsync(role), rig.Cancellation);
            if (result is Reading<SituationSheet>.Granted)
                may.Add(role);
            else
                Assert.IsType<Reading<SituationSheet>.NotAllowed>(result);
        }
        Assert.Equal([Role.Operator, Role.Supervisor, Role.Commander], may);
        Assert.All(may, role => Assert.All(
            [Permission.SeeGates, Permission.SeeCounts, Permission.SeeAlerts, Permission.SeeIncidents, Permission.SeeUnits, Permission.SeeCalls],
            part => Assert.True(RoleTable.Allows(role, part), $"{role} {part}")));
    }

    [Fact]
    public async Task The_hourly_files_sheet_has_no_plate_and_nothing_of_who_called()
    {
        await using var rig = await IncidentRig.StartAsync();
        await rig.ConfirmedAsync();
        await CallRig.RecordAsync(rig.Center, rig.Operator, CallRig.Draft(rig.Center, "5-123456 again", "Abernathy") with { CallBack = "0912345678" });
        var sheet = await rig.Center.Get<SituationReading>().ForFileAsync(rig.Cancellation);
        var alert = Assert.Single(sheet.Alerts);
        Assert.Equal((AlertState.Confirmed, null, null), (alert.State, alert.Plate, alert.EntryPlate));
        var call = Assert.Single(sheet.Calls);
        Assert.Equal(("", "", "", "", "Kilometre 12"), (call.Caller, call.CallBack, call.What, call.MarkNote, call.Place));
    }

    [Fact]
    public async Task Of_many_the_most_pressing_stand_on_it_and_how_many_are_left_out()
    {
        await using var rig = await IncidentRig.StartAsync();
        for (var i = 0; i < SituationSheet.MostOfEach + 2; i++)
            await CallRig.RecordAsync(rig.Center, rig.Operator, CallRig.Draft(rig.Center));
        for (var i = 0; i < SituationSheet.MostOfEach; i++)
            await rig.OpenAsync(rig.Draft() with { Priority = nameof(IncidentPriority.Routine) });
        var pressing = await rig.OpenAsync(rig.Draft() with { Priority = nameof(IncidentPriority.Immediate) });
        var sheet = await MakeAsync(rig.Center, rig.Operator);
        Assert.Equal((SituationSheet.MostOfEach, 2), (sheet.Calls.Count, sheet.MoreCalls));
        Assert.Equal((SituationSheet.MostOfEach, 1, pressing.Number), (sheet.Incidents.Count, sheet.MoreIncidents, sheet.Incidents[0].Incident.Number));
    }

    private static async Task<SituationSheet> MakeAsync(CenterRig rig, Actor actor) =>
        Assert.IsType<Reading<SituationSheet>.Granted>(await rig.Get<SituationDesk>().MakeAsync(actor, rig.Cancellation)).Value;

    private static async Task<UnitId> OnDutyAsync(IncidentRig rig, string id)
    {
        var unit = Assert.IsType<UnitResult.Done>(await rig.Center.Get<UnitRegister>().RegisterAsync(rig.Supervisor, UnitsOf.Draft(id), rig.Cancellation)).Unit;
        return Assert.IsType<UnitResult.Done>(await rig.Center.Get<UnitDesk>().StepAsync(rig.Operator, unit.Id, unit.Version, UnitVerb.OnDuty, rig.Cancellation)).Unit.Id;
    }

    private static Task<List<(string Act, string Subject, string Detail)>> LogAsync(CenterRig rig) => rig.Get<CenterStore>().ReadAsync(
        c => c.Rows("SELECT act, subject, detail FROM audit_event ORDER BY seq", r => (r.GetString(0), r.GetString(1), r.TextOrNull(2) ?? "")), rig.Cancellation);
}
