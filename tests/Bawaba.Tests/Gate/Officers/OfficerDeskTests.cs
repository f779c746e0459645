using System.Text;
using Bawaba.Contracts;
using Bawaba.Contracts.Officers;
using Bawaba.Gate.Officers;

namespace Bawaba.Tests.Gate.Officers;

public sealed class OfficerDeskTests
{
    [Fact]
    public async Task A_typed_plate_that_is_no_hit_is_in_no_record_and_no_file()
    {
        await using var rig = await OfficerRig.StartAsync();
        Assert.Equal(OfficerAnswer.NoHit, await rig.Desk.TypeAsync(rig.Session(), OfficerRig.Lane, "8-7654321", OfficerRig.Key()));
        var act = Assert.Single(rig.Acts());
        Assert.Equal((OfficerActKind.PlateTyped, "no-hit", "a1"), (act.Kind, act.Detail, act.Account));
        Assert.Single(rig.Records());
        Assert.Empty(Holding(rig, "8-7654321", "87654321", "7654321"));
        // The search itself finds what is there.
        Assert.Equal(OfficerAnswer.Hit, await rig.Desk.TypeAsync(rig.Session(), OfficerRig.Lane, "5-12345", OfficerRig.Key()));
        Assert.NotEmpty(Holding(rig, "5-12345"));
    }

    [Fact]
    public async Task A_typed_plate_on_the_list_is_a_hit_like_any_other_and_is_delivered_before_the_act()
    {
        await using var rig = await OfficerRig.StartAsync();
        Assert.Equal(OfficerAnswer.Hit, await rig.Desk.TypeAsync(rig.Session(), OfficerRig.Lane, " ٥-١٢٣٤٥ ", OfficerRig.Key()));
        Assert.Equal([true, false], rig.Records().Select(r => r.Hit is { Typed: true }));
        // The act waits until the center has the hit it is about.
        Assert.NotNull(Assert.Single(rig.Outbox.Peek(10)).Hit);
        rig.Outbox.Forget(rig.Outbox.Peek(10));
        Assert.NotNull(Assert.Single(rig.Outbox.Peek(10)).Act);
        Assert.Equal("5-12345", new PlateText(Assert.Single(rig.Board.All()).Entry.Plate.Visual).Key);
    }

    [Fact]
    public async Task Without_an_order_a_typed_plate_is_compared_with_nothing()
    {
        await using var rig = await OfficerRig.StartAsync();
        rig.Matcher.Accept(A.Orders(activations: [A.Activation() with { UntilAt = A.Morning }]));
        Assert.Equal(OfficerAnswer.NotComparing, await rig.Desk.TypeAsync(rig.Session(), OfficerRig.Lane, "5-12345", OfficerRig.Key()));
        Assert.Equal("not-comparing", Assert.Single(rig.Acts()).Detail);
        Assert.Empty(rig.Board.All());
    }

    [Fact]
    public async Task Whoever_types_without_end_is_stopped_for_a_while_and_that_is_written_down()
    {
        await using var rig = await OfficerRig.StartAsync();
        for (var i = 0; i < OfficerDesk.MaxTyped; i++)
            Assert.Equal(OfficerAnswer.NoHit, await rig.Desk.TypeAsync(rig.Session(), OfficerRig.Lane, "8-1000", OfficerRig.Key()));
        Assert.Equal(OfficerAnswer.TooMany, await rig.Desk.TypeAsync(rig.Session(), OfficerRig.Lane, "5-12345", OfficerRig.Key()));
        Assert.Equal("too-many", rig.Acts()[^1].Detail);
        rig.Time.Advance(OfficerDesk.TypedWindow);
        Assert.Equal(OfficerAnswer.NoHit, await rig.Desk.TypeAsync(rig.Session(), OfficerRig.Lane, "8-1000", OfficerRig.Key()));
    }

    [Fact]
    public async Task An_act_sent_again_and_again_with_one_key_is_done_once()
    {
        await using var rig = await OfficerRig.StartAsync();
        var (hit, key, session) = (rig.Put(), OfficerRig.Key(), rig.Session());
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => rig.Desk.WaitAsync(session, hit.Passage, hit.Entry, key))));
        Assert.All(answers, answer => Assert.Equal(OfficerAnswer.Done, answer));
        Assert.Equal(OfficerActKind.Waited, Assert.Single(rig.Acts()).Kind);
    }

    [Fact]
    public async Task A_look_is_given_once_confirms_nothing_and_carries_no_plate()
    {
        await using var rig = await OfficerRig.StartAsync();
        var hit = rig.Put();
        Assert.Equal(OfficerAnswer.Done, await rig.Desk.LookAsync(rig.Session(), hit.Passage, hit.Entry, LookVerdict.Same, OfficerRig.Key()));
        var other = rig.Session(OfficerRig.Person("a2", "omar"));
        Assert.Equal(OfficerAnswer.Already, await rig.Desk.LookAsync(other, hit.Passage, hit.Entry, LookVerdict.Same, OfficerRig.Key()));
        Assert.Equal(HitStanding.Undecided, Assert.Single(rig.Board.All()).Standing);
        var act = Assert.Single(rig.Acts());
        Assert.Equal((OfficerActKind.Looked, LookVerdict.Same, hit.Passage), (act.Kind, act.Verdict, act.Passage));
        Assert.Empty(Holding(rig, "5-12345"));
    }

    [Fact]
    public async Task Two_people_at_one_gate_still_confirm_nothing_only_the_center_does()
    {
        await using var rig = await OfficerRig.StartAsync();
        var hit = rig.Put();
        await rig.Desk.LookAsync(rig.Session(), hit.Passage, hit.Entry, LookVerdict.CannotTell, OfficerRig.Key());
        await rig.Desk.LookAsync(rig.Session(OfficerRig.Person("a2", "omar")), hit.Passage, hit.Entry, LookVerdict.Same, OfficerRig.Key());
        Assert.Equal(HitStanding.Undecided, Assert.Single(rig.Board.All()).Standing);
        rig.Board.Take(A.Orders() with { Decisions = [new(hit.Entry, hit.Passage, HitStanding.Confirmed)] });
        Assert.Equal(HitStanding.Confirmed, Assert.Single(rig.Board.All()).Standing);
    }

    [Fact]
    public async Task A_look_waits_for_a_full_disk_and_is_written_once_however_often_it_is_sent()
    {
        await using var rig = await OfficerRig.StartAsync();
        var (hit, key, session) = (rig.Put(), OfficerRig.Key(), rig.Session());
        await rig.Desk.HitsAsync(session);
        rig.Outbox.Store.Pragma("max_page_count", 1);
        // Fills what free room the file still has.
        var filling = rig.Outbox.AppendAsync([A.HitItem(pictureBytes: 200_000)], TestContext.Current.CancellationToken);
        await Eventually.IsTrueAsync(() => rig.Outbox.Fault is not null);
        for (var i = 0; i < 2; i++)
        {
            var look = rig.Desk.LookAsync(session, hit.Passage, hit.Entry, LookVerdict.Same, key);
            await Eventually.IsTrueAsync(() => look.IsCompleted, () => rig.Time.Advance(TimeSpan.FromSeconds(1)));
            Assert.Equal(OfficerAnswer.NotWritten, await look);
        }
        rig.Outbox.Store.Pragma("max_page_count", 1_000_000);
        await Eventually.IsTrueAsync(() => filling.IsCompleted && rig.Outbox.Fault is null, () => rig.Time.Advance(TimeSpan.FromSeconds(1)));
        Assert.Equal(OfficerAnswer.Done, await rig.Desk.LookAsync(session, hit.Passage, hit.Entry, LookVerdict.Same, key));
        Assert.Single(rig.Acts(), act => act.Kind == OfficerActKind.Looked);
    }

    [Fact]
    public async Task A_hit_is_written_down_as_seen_once_a_session()
    {
        await using var rig = await OfficerRig.StartAsync();
        var (hit, session) = (rig.Put(), rig.Session());
        await rig.Desk.HitsAsync(session);
        Assert.Single(await rig.Desk.HitsAsync(session));
        Assert.Equal((OfficerActKind.HitSeen, hit.Entry), (Assert.Single(rig.Acts()).Kind, rig.Acts()[0].Entry!.Value));
        await rig.Desk.HitsAsync(rig.Session());
        Assert.Equal(2, rig.Acts().Count);
    }

    [Fact]
    public async Task A_hit_ends_with_its_entry_and_leaves_the_page_after_fifteen_minutes()
    {
        await using var rig = await OfficerRig.StartAsync();
        rig.Put();
        rig.Board.Take(A.Orders(entries: []));
        Assert.Equal(HitStanding.Ended, Assert.Single(rig.Board.All()).Standing);
        rig.Time.Advance(HitBoard.Kept);
        Assert.Empty(rig.Board.All());
    }

    internal static IEnumerable<string> Holding(OfficerRig rig, params string[] texts) =>
        from path in Directory.GetFiles(rig.Folder.Path)
        let bytes = ReadShared(path)
        from text in texts
        from encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode]
        where bytes.AsSpan().IndexOf(encoding.GetBytes(text)) >= 0
        select $"{text} as {encoding.WebName} in {path}";

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
