// The log is searched by words, caller, time, priority and mark; words fold, pages follow one another, and the log of acts has who searched.
using Bawaba.Center.Audit;
using Bawaba.Center.Calls;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Calls;

public sealed class CallSearchTests
{
    [Theory]
    [InlineData("فاطمة أحمد", "فاطمه احمد")]
    [InlineData("إبراهيم آل سعيد", "ابراهيم ال")]
    [InlineData("مستشفى الواحة", "مستشفي الواحه")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("الـــطريق", "الطريق")]
    [InlineData("الكيلو ١٢", "كيلو 12")]
    [InlineData("Toyota HILUX", "hilux toyota")]
    [InlineData("ﻻ أحد", "لا احد")]
    public void Two_ways_of_writing_one_name_meet(string written, string looked) =>
        Assert.True(CallFolding.Matches(Entry(written), CallFolding.Words(looked), ""));

    [Theory]
    [InlineData("فاطمة أحمد", "فاطمه سالم")]
    [InlineData("الكيلو 12", "الكيلو 13")]
    public void A_word_that_is_missing_finds_nothing(string written, string looked) =>
        Assert.False(CallFolding.Matches(Entry(written), CallFolding.Words(looked), ""));

    [Fact]
    public async Task A_search_by_words_caller_time_priority_channel_and_mark_finds_what_fits_each()
    {
        await using var rig = await CenterRig.StartAsync();
        var actor = await CallRig.OperatorAsync(rig);
        var lorry = await CallRig.RecordAsync(rig, actor, CallRig.Draft(rig, "شاحنة تسدّ الطريق", "فاطمة") with { CallBack = "091 234 5678", Priority = nameof(CallPriority.Urgent) });
        rig.Time.Advance(TimeSpan.FromHours(2));
        var fire = await CallRig.RecordAsync(rig, actor, CallRig.Draft(rig, "دخان قرب المزرعة", "دورية 3") with { Channel = nameof(CallChannel.Radio), NeedsAnswer = true });
        async Task<string[]> Numbers(CallQuery query) => [.. (await CallRig.SearchAsync(rig, actor, query)).Calls.Select(c => c.Number)];
        Assert.Equal([fire.Number, lorry.Number], await Numbers(new()));
        Assert.Equal([lorry.Number], await Numbers(new() { Words = "شاحنه الطريق" }));
        Assert.Equal([lorry.Number], await Numbers(new() { Caller = "فاطمه" }));
        Assert.Equal([lorry.Number], await Numbers(new() { Caller = "0912345678" }));
        Assert.Equal([lorry.Number], await Numbers(new() { Priority = CallPriority.Urgent }));
        Assert.Equal([fire.Number], await Numbers(new() { Channel = CallChannel.Radio }));
        Assert.Equal([fire.Number], await Numbers(new() { Mark = CallMark.NeedsAnswer }));
        Assert.Equal([fire.Number], await Numbers(new() { From = lorry.At.AddSeconds(1) }));
        Assert.Equal([lorry.Number], await Numbers(new() { Until = lorry.At.AddSeconds(1) }));
        Assert.Empty(await Numbers(new() { Words = "شاحنة", Channel = CallChannel.Radio }));
    }

    [Fact]
    public async Task What_is_typed_too_long_is_cut_between_characters_and_looked_for()
    {
        await using var rig = await CenterRig.StartAsync();
        var actor = await CallRig.OperatorAsync(rig);
        var car = new string('a', 99) + "\U0001F697";
        var call = await CallRig.RecordAsync(rig, actor, CallRig.Draft(rig, car));
        Assert.Equal([call.Number], (await CallRig.SearchAsync(rig, actor, new() { Words = car })).Calls.Select(c => c.Number));
        Assert.Empty((await CallRig.SearchAsync(rig, actor, new() { Caller = car })).Calls);
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap_and_the_last_says_so()
    {
        await using var rig = await CenterRig.StartAsync();
        var actor = await CallRig.OperatorAsync(rig);
        for (var i = 0; i < CallReading.MostFound + 7; i++)
            await CallRig.RecordAsync(rig, actor, CallRig.Draft(rig, i % 2 == 0 ? "even lorry" : "odd lorry"));
        var first = await CallRig.SearchAsync(rig, actor, new() { Words = "lorry" });
        Assert.Equal((CallReading.MostFound, first.Calls[^1].Number), (first.Calls.Count, first.Next));
        var second = await CallRig.SearchAsync(rig, actor, new() { Words = "lorry", Before = first.Next! });
        Assert.Equal((7, null), (second.Calls.Count, second.Next));
        Assert.Equal(CallReading.MostFound + 7, first.Calls.Concat(second.Calls).Select(c => c.Number).Distinct(StringComparer.Ordinal).Count());
        Assert.True((await CallRig.SearchAsync(rig, actor, new() { Words = "even" })).Calls.Count < CallReading.MostFound);
    }

    [Fact]
    public async Task A_search_looks_at_so_many_entries_and_says_how_far_it_came()
    {
        await using var rig = await CenterRig.StartAsync();
        var actor = await CallRig.OperatorAsync(rig);
        var needle = await CallRig.RecordAsync(rig, actor, CallRig.Draft(rig, "needle"));
        // As many newer ones as one search looks at, written as the desk writes them.
        await rig.Get<CenterStore>().WriteAsync(
            c =>
            {
                for (var i = 2; i <= CallReading.MostLookedAt + 1; i++)
                    CallSql.Insert(c, needle with { Number = $"2026-{i:000000}", What = "hay", At = rig.Now }, actor.Account, $"r{i}");
            },
            rig.Cancellation);
        var first = await CallRig.SearchAsync(rig, actor, new() { Words = "needle" });
        Assert.Equal((0, "2026-000002"), (first.Calls.Count, first.Next));
        Assert.NotNull(first.BackTo);
        Assert.Equal([needle.Number], (await CallRig.SearchAsync(rig, actor, new() { Words = "needle", Before = first.Next! })).Calls.Select(c => c.Number));
    }

    [Fact]
    public async Task Each_search_is_in_the_log_before_without_what_was_typed_and_without_the_log_there_is_none()
    {
        await using var rig = await CenterRig.StartAsync();
        var actor = await CallRig.OperatorAsync(rig);
        await CallRig.SearchAsync(rig, actor, new() { Words = "Quixotic", Caller = "Abernathy" });
        await CallRig.SearchAsync(rig, actor, new() { Words = "Quixotic" });
        Assert.Equal(2, (await rig.ActsAsync()).Count(a => a == nameof(AuditAct.CallsSearched)));
        Assert.False(await rig.HoldsAsync("Quixotic"));
        Assert.False(await rig.HoldsAsync("Abernathy"));
        await rig.BreakAuditAsync();
        Assert.IsType<Reading<CallPage>.AuditUnavailable>(await rig.Get<CallDesk>().SearchAsync(actor, new() { Words = "x" }, rig.Cancellation));
    }

    [Fact]
    public async Task What_is_typed_too_long_is_cut_and_another_directorates_entry_is_not_found()
    {
        await using var rig = await CenterRig.StartAsync();
        var (north, south) = (await CallRig.OperatorAsync(rig, DirectorateId.Parse("security-north")), await CallRig.OperatorAsync(rig, DirectorateId.Parse("security-south")));
        var call = await CallRig.RecordAsync(rig, north, CallRig.Draft(rig, "lorry"));
        Assert.Equal([call.Number], (await CallRig.SearchAsync(rig, north, new() { Words = "lorry" })).Calls.Select(c => c.Number));
        Assert.Empty((await CallRig.SearchAsync(rig, south, new() { Words = "lorry" })).Calls);
        Assert.Empty((await CallRig.SearchAsync(rig, north, new() { Words = new string('x', 5_000) })).Calls);
        // Eight words count: a ninth that is not there is not looked for.
        Assert.Single((await CallRig.SearchAsync(rig, north, new() { Words = "l o r r y l o r zebra" })).Calls);
    }

    private static CallEntry Entry(string what) => new()
    {
        Number = "2026-000001", At = CenterRig.Start, Channel = CallChannel.Phone, Caller = "", CallBack = "", Place = "", What = what, Priority = CallPriority.Routine, RecordedBy = "x",
    };
}
