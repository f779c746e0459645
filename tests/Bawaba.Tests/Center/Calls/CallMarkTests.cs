// Whether somebody waits for a word from the room: marked when the call is taken or later, seen on whatever day, and never marked over unseen.
using Bawaba.Center.Audit;
using Bawaba.Center.Calls;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Tests.Center.Calls;

public sealed class CallMarkTests
{
    [Fact]
    public async Task A_call_that_needs_an_answer_waits_until_somebody_answers_or_passes_it_on()
    {
        await using var rig = await CenterRig.StartAsync();
        var (taker, other) = (await CallRig.OperatorAsync(rig), await rig.SignedInAsync(Role.Supervisor));
        var call = await CallRig.RecordAsync(rig, taker, CallRig.Draft(rig) with { NeedsAnswer = true, Priority = nameof(CallPriority.Immediate) });
        Assert.Equal((CallMark.NeedsAnswer, CallPriority.Immediate), (call.Mark, call.Priority));
        // Days later it still waits.
        rig.Time.Advance(TimeSpan.FromHours(7));
        Assert.Equal([call.Number], await WaitingAsync(rig, other));
        Assert.IsType<CallResult.Done>(await MarkAsync(rig, other, call.Number, CallMark.NeedsAnswer, CallMark.PassedOn, "Civil defence"));
        Assert.Empty(await WaitingAsync(rig, other));
        var after = Assert.IsType<Reading<CallEntry>.Granted>(await rig.Get<CallDesk>().FindAsync(taker, call.Number, rig.Cancellation)).Value;
        Assert.Equal((CallMark.PassedOn, "Civil defence", other.DisplayName, rig.Now), (after.Mark, after.MarkNote, after.MarkedBy, after.MarkedAt));
        Assert.Equal((call.What, call.Caller, call.At), (after.What, after.Caller, after.At));
        Assert.Equal(1, (await rig.ActsAsync()).Count(a => a == nameof(AuditAct.CallMarked)));
        Assert.False(await InLogAsync(rig, "Civil defence"));
    }

    [Fact]
    public async Task Who_marks_what_another_has_marked_since_is_told_and_who_repeats_a_mark_has_done_it_once()
    {
        await using var rig = await CenterRig.StartAsync();
        var (one, two) = (await CallRig.OperatorAsync(rig), await CallRig.OperatorAsync(rig));
        var call = await CallRig.RecordAsync(rig, one, CallRig.Draft(rig) with { NeedsAnswer = true });
        Assert.IsType<CallResult.Done>(await MarkAsync(rig, one, call.Number, CallMark.NeedsAnswer, CallMark.Answered));
        Assert.IsType<CallResult.Stale>(await MarkAsync(rig, two, call.Number, CallMark.NeedsAnswer, CallMark.PassedOn, "Ambulance"));
        Assert.IsType<CallResult.Done>(await MarkAsync(rig, one, call.Number, CallMark.NeedsAnswer, CallMark.Answered));
        Assert.Equal(1, (await rig.ActsAsync()).Count(a => a == nameof(AuditAct.CallMarked)));
    }

    [Fact]
    public async Task A_mark_that_cannot_be_is_refused()
    {
        await using var rig = await CenterRig.StartAsync();
        var actor = await CallRig.OperatorAsync(rig);
        var call = await CallRig.RecordAsync(rig, actor, CallRig.Draft(rig));
        Assert.IsType<CallResult.Unfit>(await MarkAsync(rig, actor, call.Number, null, (CallMark)9));
        Assert.IsType<CallResult.Unfit>(await MarkAsync(rig, actor, call.Number, null, CallMark.PassedOn, new string('x', 121)));
        Assert.IsType<CallResult.Unfit>(await MarkAsync(rig, actor, call.Number, null, CallMark.Answered, "to nobody"));
        Assert.IsType<CallResult.NotFound>(await MarkAsync(rig, actor, "2026-999999", null, CallMark.Answered));
        Assert.IsType<CallResult.NotAllowed>(await MarkAsync(rig, await rig.SignedInAsync(Role.Commander), call.Number, null, CallMark.Answered));
        Assert.Null(Assert.IsType<Reading<CallEntry>.Granted>(await rig.Get<CallDesk>().FindAsync(actor, call.Number, rig.Cancellation)).Value.Mark);
    }

    [Fact]
    public async Task To_whom_a_call_was_passed_on_is_erased_with_it_and_it_waits_no_more()
    {
        await using var rig = await CenterRig.StartAsync();
        var actor = await CallRig.OperatorAsync(rig);
        var passed = await CallRig.RecordAsync(rig, actor, CallRig.Draft(rig));
        await MarkAsync(rig, actor, passed.Number, null, CallMark.PassedOn, "Xenophilius");
        await CallRig.RecordAsync(rig, actor, CallRig.Draft(rig) with { NeedsAnswer = true });
        Assert.True(await rig.HoldsAsync("Xenophilius"));
        rig.Time.Advance(TimeSpan.FromDays(CallDesk.KeptDays) + TimeSpan.FromSeconds(1));
        await rig.Get<CallClock>().TickAsync(rig.Cancellation);
        Assert.False(await rig.HoldsAsync("Xenophilius"));
        actor = await CallRig.OperatorAsync(rig);
        Assert.Empty(await WaitingAsync(rig, actor));
        Assert.IsType<CallResult.NotFound>(await MarkAsync(rig, actor, passed.Number, CallMark.PassedOn, CallMark.Answered));
    }

    [Fact]
    public async Task A_form_whose_answer_was_lost_is_one_entry_and_with_other_words_is_refused_instead_of_lost()
    {
        await using var rig = await CenterRig.StartAsync();
        var actor = await CallRig.OperatorAsync(rig);
        var draft = CallRig.Draft(rig);
        var call = await CallRig.RecordAsync(rig, actor, draft);
        Assert.Equal(call.Number, (await CallRig.RecordAsync(rig, actor, draft)).Number);
        foreach (var changed in new[] { draft with { What = "Two lorries" }, draft with { NeedsAnswer = true } })
        {
            var refused = await rig.Get<CallDesk>().RecordAsync(actor, changed, rig.Cancellation);
            Assert.Equal(["request"], Assert.IsType<CallResult.Unfit>(refused).Fields);
        }
        Assert.Single((await CallRig.SearchAsync(rig, actor, new())).Calls);
        var waits = CallRig.Draft(rig) with { NeedsAnswer = true };
        var waiting = await CallRig.RecordAsync(rig, actor, waits);
        Assert.IsType<CallResult.Unfit>(await rig.Get<CallDesk>().RecordAsync(actor, waits with { NeedsAnswer = false }, rig.Cancellation));
        // Once somebody has said more of it, it is the same entry with either.
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await MarkAsync(rig, actor, waiting.Number, CallMark.NeedsAnswer, CallMark.Answered);
        Assert.Equal(waiting.Number, (await CallRig.RecordAsync(rig, actor, waits)).Number);
    }

    [Fact]
    public async Task A_priority_nobody_knows_is_refused()
    {
        await using var rig = await CenterRig.StartAsync();
        var result = await rig.Get<CallDesk>().RecordAsync(await CallRig.OperatorAsync(rig), CallRig.Draft(rig) with { Priority = "Whenever" }, rig.Cancellation);
        Assert.Equal(["priority"], Assert.IsType<CallResult.Unfit>(result).Fields);
    }

    private static Task<CallResult> MarkAsync(CenterRig rig, Actor actor, string number, CallMark? was, CallMark mark, string note = "") =>
        rig.Get<CallDesk>().MarkAsync(actor, number, was, mark, note, rig.Cancellation);

    private static async Task<IEnumerable<string>> WaitingAsync(CenterRig rig, Actor actor) =>
        Assert.IsType<Reading<IReadOnlyList<CallEntry>>.Granted>(await rig.Get<CallDesk>().WaitingAsync(actor, rig.Cancellation)).Value.Select(c => c.Number);

    private static async Task<bool> InLogAsync(CenterRig rig, string words) =>
        (await rig.Get<CenterStore>().ReadAsync(c => c.Rows("SELECT detail FROM audit_event", r => r.TextOrNull(0)), rig.Cancellation)).Any(d => d?.Contains(words, StringComparison.Ordinal) == true);
}
