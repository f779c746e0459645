using Bawaba.Center.Alerts;
using Bawaba.Center.Officers;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.Officers;

namespace Bawaba.Tests.Center.Intake;

public sealed class OfficerIntakeTests
{
    [Fact]
    public async Task A_look_at_the_gate_is_the_first_of_the_two_looks_exactly_once_and_another_person_confirms()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var officer = await PostedAsync(rig);
        var hit = A.Hit(rig.Now);
        GateRecord[] batch = [A.Record(1, rig.Now, hit: hit, pictures: A.Pictures()), Act(2, rig, Look(officer, hit))];
        await rig.DeliverAsync(batch);
        await rig.DeliverAsync(batch);
        var alert = Assert.Single(await rig.AlertsAsync());
        Assert.Equal((AlertState.FirstLook, LookVerdict.Same, officer.Account), (alert.State, alert.Verdict!.Value, alert.FirstLook!.Account));
        Assert.Equal(2, alert.Version);
        Assert.Equal(1, (await rig.ActsAsync()).Count(a => a == "GateLooked"));
        Assert.Equal(1, (await rig.ActsAsync()).Count(a => a == "AlertFirstLook"));
        Assert.Equal(HitStanding.Undecided, Assert.Single(await DecisionsAsync(rig)).Standing);
        var desk = rig.Get<AlertDesk>();
        Assert.IsType<AlertResult.SameAccount>(await desk.ConfirmAsync(officer, alert.Id, alert.Version, rig.Cancellation));
        var other = await rig.SignedInAsync(Role.Operator);
        Assert.IsType<AlertResult.Done>(await desk.ConfirmAsync(other, alert.Id, alert.Version, rig.Cancellation));
        Assert.Equal(new HitDecision(hit.Entry, hit.Passage, HitStanding.Confirmed), Assert.Single(await DecisionsAsync(rig)));
    }

    [Fact]
    public async Task The_look_of_somebody_who_is_not_posted_there_is_written_down_and_does_not_count()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var stranger = await rig.SignedInAsync(Role.GateOfficer);
        var hit = A.Hit(rig.Now);
        await rig.DeliverAsync(A.Record(1, rig.Now, hit: hit), Act(2, rig, Look(stranger, hit)));
        Assert.Equal(AlertState.Raised, Assert.Single(await rig.AlertsAsync()).State);
        var (account, detail) = await LastAsync(rig);
        Assert.Equal("", account);
        Assert.Contains("not-posted", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_technician_posted_there_is_known_by_role_and_their_look_does_not_count()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var technician = await PostedAsync(rig, Role.Technician);
        Assert.IsType<GatePasswordResult.Done>(await rig.Get<OfficerDesk>().SetPasswordAsync(technician, A.North, "a password for the gate", rig.Cancellation));
        Assert.Equal(GateDuty.Technician, Assert.Single((await rig.Get<ICenterLink>().GetOrdersAsync(A.North, rig.Cancellation)).Officers).Duty);
        var hit = A.Hit(rig.Now);
        await rig.DeliverAsync(A.Record(1, rig.Now, hit: hit), Act(2, rig, Look(technician, hit)));
        Assert.Equal(AlertState.Raised, Assert.Single(await rig.AlertsAsync()).State);
        await rig.DeliverAsync(Act(3, rig, new() { Kind = OfficerActKind.CameraAdded, Account = technician.Account.ToString(), Session = "", Address = "192.0.2.7", Camera = CameraId.Parse("new-one") }));
        Assert.Equal(1, (await rig.ActsAsync()).Count(a => a == "GateCameraAdded"));
        Assert.Equal(technician.Account.ToString(), (await LastAsync(rig)).Account);
    }

    [Fact]
    public async Task A_look_after_the_decision_changes_nothing_and_says_so()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var officer = await PostedAsync(rig);
        var hit = A.Hit(rig.Now);
        await rig.DeliverAsync(A.Record(1, rig.Now, hit: hit));
        var alert = Assert.Single(await rig.AlertsAsync());
        await rig.Get<AlertDesk>().RejectAsync(await rig.SignedInAsync(Role.Operator), alert.Id, alert.Version, RejectReason.Misread, rig.Cancellation);
        await rig.DeliverAsync(Act(2, rig, Look(officer, hit)));
        Assert.Equal(AlertState.Rejected, Assert.Single(await rig.AlertsAsync()).State);
        Assert.Contains("closed-already", (await LastAsync(rig)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_gate_puts_into_a_detail_that_is_no_code_is_not_written()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var officer = await PostedAsync(rig);
        await rig.DeliverAsync(Act(1, rig, new() { Kind = OfficerActKind.PlateTyped, Account = officer.Account.ToString(), Session = "x", Address = "a", Detail = "5-123456" }));
        Assert.DoesNotContain("123456", (await LastAsync(rig)).Detail.Split(" at=")[1].Split(' ', 2).ElementAtOrDefault(1) ?? "", StringComparison.Ordinal);
        await rig.DeliverAsync(Act(2, rig, new() { Kind = (OfficerActKind)99, Account = "nobody", Session = "", Address = new('a', 500), Detail = "no-hit" }));
        Assert.Equal("GateActUnknown", (await rig.ActsAsync())[^1]);
        Assert.Contains("no-hit", (await LastAsync(rig)).Detail, StringComparison.Ordinal);
    }

    private static GateRecord Act(long sequence, CenterRig rig, OfficerAct act) => new() { Key = new(A.North, 1, sequence), RecordedAt = rig.Now, Act = act };

    private static OfficerAct Look(Actor officer, Hit hit) => new()
    {
        Kind = OfficerActKind.Looked,
        Account = officer.Account.ToString(),
        Session = SessionId.Mint(TimeProvider.System).ToString(),
        Address = "192.0.2.7",
        Entry = hit.Entry,
        Passage = hit.Passage,
        Verdict = LookVerdict.Same,
    };

    private static async Task<Actor> PostedAsync(CenterRig rig, Role role = Role.GateOfficer)
    {
        var officer = await rig.SignedInAsync(role);
        await rig.Get<OfficerDesk>().PostAsync(await rig.SignedInAsync(Role.Administrator), officer.Account, A.North, rig.Cancellation);
        return officer;
    }

    private static async Task<IReadOnlyList<HitDecision>> DecisionsAsync(CenterRig rig) =>
        (await rig.Get<ICenterLink>().GetOrdersAsync(A.North, rig.Cancellation)).Decisions;

    private static Task<(string Account, string Detail)> LastAsync(CenterRig rig) => rig.Get<CenterStore>().ReadAsync(
        c => c.First("SELECT account, detail FROM audit_event ORDER BY seq DESC LIMIT 1", r => (r.GetString(0), r.GetString(1))), rig.Cancellation);
}
