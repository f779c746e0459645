using Bawaba.Center.Alerts;
using Bawaba.Center.Audit;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Intake;
using Bawaba.Center.Officers;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Bawaba.Contracts.Officers;
using Bawaba.Proof.Sealing;

namespace Bawaba.Tests.Center.Intake;

public sealed class VoiceDeskTests
{
    private static readonly EntryId Entry = EntryId.Parse("entry-1");

    [Fact]
    public async Task The_room_gives_the_answer_the_gate_expects_and_it_becomes_the_alerts_second_look()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (officer, operatorActor) = (await OfficerAsync(rig), await rig.SignedInAsync(Role.Operator));
        var question = VoiceCode.Ask(Entry);
        var stands = Assert.IsType<VoiceResult.Stands>(await rig.Get<VoiceDesk>().CheckAsync(operatorActor, A.North, officer.UserName, VoiceCode.Spoken(question), rig.Cancellation));
        var key = await rig.Get<ListKeys>().OfAsync(A.North, rig.Cancellation);
        Assert.Equal(VoiceCode.Answer(Convert.FromBase64String(key.Base64), A.North, Entry, officer.Account.ToString(), question), stands.Code);

        // An hour later the road is there again.
        var given = rig.Now;
        rig.Time.Advance(TimeSpan.FromHours(1));
        var hit = A.Hit(given);
        await rig.DeliverAsync(
            A.Record(1, given, hit: hit, pictures: A.Pictures()),
            A.Record(2, given) with { Act = Act(officer, OfficerActKind.Looked, hit) with { Verdict = LookVerdict.Same } },
            A.Record(3, given) with { Act = Act(officer, OfficerActKind.Rechecked, hit) with { Code = stands.Code } });
        var alert = (await rig.AlertsAsync()).Single();
        Assert.Equal((AlertState.Confirmed, operatorActor.Account, given), (alert.State, alert.Confirmed!.Account, alert.Confirmed.At));
        Assert.Contains(nameof(AuditAct.VoiceRecheckGiven), await rig.ActsAsync());
        Assert.Contains(nameof(AuditAct.GateRechecked), await rig.ActsAsync());
    }

    [Theory]
    [InlineData("other-code")]
    [InlineData("twice")]
    [InlineData("never-looked")]
    [InlineData("never-given")]
    public async Task A_gate_that_makes_a_code_up_or_uses_one_twice_confirms_nothing(string how)
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (officer, operatorActor) = (await OfficerAsync(rig), await rig.SignedInAsync(Role.Operator));
        var code = how == "never-given"
            ? "12345678"
            : Assert.IsType<VoiceResult.Stands>(await rig.Get<VoiceDesk>().CheckAsync(operatorActor, A.North, officer.UserName, VoiceCode.Ask(Entry), rig.Cancellation)).Code;
        if (how == "twice")
        {
            var before = A.Hit(rig.Now);
            await rig.DeliverAsync(
                A.Record(1, rig.Now, hit: before), A.Record(2, rig.Now) with { Act = Act(officer, OfficerActKind.Looked, before) with { Verdict = LookVerdict.Same } },
                A.Record(3, rig.Now) with { Act = Act(officer, OfficerActKind.Rechecked, before) with { Code = code } });
        }
        var hit = A.Hit(rig.Now);
        GateRecord[] records = [A.Record(10, rig.Now, hit: hit), A.Record(12, rig.Now) with { Act = Act(officer, OfficerActKind.Rechecked, hit) with { Code = how == "other-code" ? "00000000" : code } }];
        if (how != "never-looked")
            records = [records[0], A.Record(11, rig.Now) with { Act = Act(officer, OfficerActKind.Looked, hit) with { Verdict = LookVerdict.Same } }, records[1]];
        await rig.DeliverAsync(records);
        Assert.NotEqual(AlertState.Confirmed, (await rig.AlertsAsync()).Single(a => a.Passage == hit.Passage).State);
    }

    [Fact]
    public async Task Nobody_rechecks_their_own_look_nor_for_who_is_not_posted_there_nor_what_has_ended()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (officer, operatorActor) = (await OfficerAsync(rig), await rig.SignedInAsync(Role.Operator));
        var desk = rig.Get<VoiceDesk>();
        var question = VoiceCode.Ask(Entry);
        Assert.IsType<VoiceResult.SameAccount>(await desk.CheckAsync(officer, A.North, officer.UserName, question, rig.Cancellation));
        Assert.IsType<VoiceResult.Unknown>(await desk.CheckAsync(operatorActor, A.North, operatorActor.UserName, question, rig.Cancellation));
        Assert.IsType<VoiceResult.Unknown>(await desk.CheckAsync(operatorActor, GateId.Parse("south"), officer.UserName, question, rig.Cancellation));
        Assert.IsType<VoiceResult.Unknown>(await desk.CheckAsync(operatorActor, A.North, officer.UserName, "12", rig.Cancellation));
        Assert.IsType<VoiceResult.NotAllowed>(await desk.CheckAsync(await rig.SignedInAsync(Role.Registrar), A.North, officer.UserName, question, rig.Cancellation));
        rig.Time.Advance(TimeSpan.FromDays(60));
        var later = await rig.SignedInAsync(Role.Operator);
        Assert.IsType<VoiceResult.Ended>(await desk.CheckAsync(later, A.North, officer.UserName, question, rig.Cancellation));
        Assert.Equal(5, (await rig.ActsAsync()).Count(a => a == nameof(AuditAct.VoiceRecheckRefused)));
    }

    [Fact]
    public async Task Numbers_are_tried_a_few_times_so_that_nobody_finds_what_is_on_the_list()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (officer, operatorActor) = (await OfficerAsync(rig), await rig.SignedInAsync(Role.Operator));
        var desk = rig.Get<VoiceDesk>();
        for (var i = 0; i < 5; i++)
            Assert.IsType<VoiceResult.Unknown>(await desk.CheckAsync(operatorActor, A.North, officer.UserName, $"00000000000{i}", rig.Cancellation));
        Assert.IsType<VoiceResult.TooMany>(await desk.CheckAsync(operatorActor, A.North, officer.UserName, VoiceCode.Ask(Entry), rig.Cancellation));
    }

    [Fact]
    public async Task Without_the_log_no_code_is_given()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (officer, operatorActor) = (await OfficerAsync(rig), await rig.SignedInAsync(Role.Operator));
        await rig.BreakAuditAsync();
        Assert.IsType<VoiceResult.AuditUnavailable>(await rig.Get<VoiceDesk>().CheckAsync(operatorActor, A.North, officer.UserName, VoiceCode.Ask(Entry), rig.Cancellation));
    }

    private static async Task<Actor> OfficerAsync(CenterRig rig)
    {
        var officer = await rig.SignedInAsync(Role.GateOfficer);
        await rig.Get<OfficerDesk>().PostAsync(await rig.SignedInAsync(Role.Administrator), officer.Account, A.North, rig.Cancellation);
        return officer;
    }

    private static OfficerAct Act(Actor officer, OfficerActKind kind, Hit hit) => new()
    {
        Kind = kind,
        Account = officer.Account.ToString(),
        Session = new string('a', 32),
        Address = "192.0.2.9",
        Entry = hit.Entry,
        Passage = hit.Passage,
    };
}
