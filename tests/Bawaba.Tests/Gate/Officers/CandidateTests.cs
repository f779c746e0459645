using Bawaba.Contracts;
using Bawaba.Contracts.Officers;
using Bawaba.Gate.Officers;

namespace Bawaba.Tests.Gate.Officers;

public sealed class CandidateTests
{
    // The list has 5-12345; this was read.
    private const string Read = "5-12845";

    [Fact]
    public async Task A_candidate_is_in_memory_alone_and_gone_three_minutes_after_its_vehicle_passed()
    {
        await using var rig = await OfficerRig.StartAsync();
        Put(rig);
        Assert.True(Assert.Single(rig.Board.All()).IsCandidate);
        Assert.Empty(rig.Records());
        rig.Time.Advance(HitBoard.CandidateKept - TimeSpan.FromSeconds(1));
        Assert.Single(rig.Board.All());
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(rig.Board.All());
        Assert.Empty(OfficerDeskTests.Holding(rig, Read, "5-12345"));
    }

    [Fact]
    public async Task Seeing_one_is_written_without_saying_which()
    {
        await using var rig = await OfficerRig.StartAsync();
        Put(rig);
        await rig.Desk.HitsAsync(rig.Session());
        var act = Assert.Single(rig.Acts());
        Assert.Equal((OfficerActKind.CandidateSeen, null, null), (act.Kind, act.Entry, act.Passage));
    }

    [Theory]
    [InlineData(LookVerdict.Different)]
    [InlineData(LookVerdict.CannotTell)]
    public async Task Any_word_but_same_makes_nothing_of_it(LookVerdict verdict)
    {
        await using var rig = await OfficerRig.StartAsync();
        var candidate = Put(rig);
        Assert.Equal(OfficerAnswer.Done, await rig.Desk.LookAsync(rig.Session(), candidate.Passage, candidate.Entry, verdict, OfficerRig.Key()));
        Assert.Empty(rig.Board.All());
        var act = Assert.Single(rig.Acts());
        Assert.Equal((OfficerActKind.CandidateDismissed, null, null), (act.Kind, act.Entry, act.Passage));
        Assert.Empty(OfficerDeskTests.Holding(rig, Read, "5-12345"));
    }

    [Fact]
    public async Task Same_makes_a_hit_of_it_once_with_its_pictures_and_the_officers_look()
    {
        await using var rig = await OfficerRig.StartAsync();
        var candidate = Put(rig);
        var (session, key) = (rig.Session(), OfficerRig.Key());
        for (var i = 0; i < 3; i++)
            Assert.Equal(OfficerAnswer.Done, await rig.Desk.LookAsync(session, candidate.Passage, candidate.Entry, LookVerdict.Same, key));
        var records = rig.Records();
        var hit = Assert.Single(records.Select(r => r.Hit).OfType<Hit>());
        Assert.True(hit.Candidate);
        Assert.Equal("5-12845", hit.Plate.Key);
        Assert.NotNull(records[0].Pictures);
        var act = Assert.Single(rig.Acts());
        Assert.Equal((OfficerActKind.Looked, LookVerdict.Same), (act.Kind, act.Verdict));
        Assert.False(Assert.Single(rig.Board.All()).IsCandidate);
        // It does not confirm: the room decides.
        Assert.Equal(HitStanding.Undecided, Assert.Single(rig.Board.All()).Standing);
    }

    [Fact]
    public async Task A_candidate_cannot_be_made_a_hit_after_its_order_its_entry_or_its_time_has_ended()
    {
        await using var rig = await OfficerRig.StartAsync();
        var candidate = Put(rig);
        rig.Matcher.Accept(A.Orders(activations: [A.Activation() with { UntilAt = A.Morning }]));
        Assert.Equal(OfficerAnswer.NotComparing, await rig.Desk.LookAsync(rig.Session(), candidate.Passage, candidate.Entry, LookVerdict.Same, OfficerRig.Key()));
        rig.Matcher.Accept(A.Orders([]));
        rig.Board.Take(A.Orders([]));
        Assert.Equal(OfficerAnswer.Unknown, await rig.Desk.LookAsync(rig.Session(), candidate.Passage, candidate.Entry, LookVerdict.Same, OfficerRig.Key()));
        rig.Matcher.Accept(A.Orders());
        candidate = Put(rig);
        rig.Time.Advance(HitBoard.CandidateKept);
        Assert.Equal(OfficerAnswer.Unknown, await rig.Desk.LookAsync(rig.Session(), candidate.Passage, candidate.Entry, LookVerdict.Same, OfficerRig.Key()));
        Assert.Empty(rig.Records());
    }

    [Fact]
    public async Task Waiting_is_no_way_to_keep_one()
    {
        await using var rig = await OfficerRig.StartAsync();
        var candidate = Put(rig);
        Assert.Equal(OfficerAnswer.Unknown, await rig.Desk.WaitAsync(rig.Session(), candidate.Passage, candidate.Entry, OfficerRig.Key()));
        Assert.Empty(rig.Records());
    }

    [Fact]
    public async Task A_crowd_of_candidates_pushes_no_hit_off_the_page()
    {
        await using var rig = await OfficerRig.StartAsync();
        rig.Put();
        for (var i = 0; i < 100; i++)
            Put(rig);
        Assert.Equal(HitBoard.MaxCandidates + 1, rig.Board.All().Count);
        Assert.Single(rig.Board.All(), h => !h.IsCandidate);
    }

    [Fact]
    public async Task Candidates_obey_orders_expiry_and_stopped_cameras_like_hits()
    {
        await using var rig = await OfficerRig.StartAsync();
        Assert.Single(Candidates(rig));
        rig.Matcher.Accept(A.Orders() with { StoppedCameras = [A.Passage().Camera] });
        Assert.Empty(Candidates(rig));
        rig.Matcher.Accept(A.Orders([A.Entry() with { ExpiresAt = A.Morning }]));
        Assert.Empty(Candidates(rig));
        rig.Matcher.Accept(A.Orders(activations: []));
        Assert.Empty(Candidates(rig));
        rig.Matcher.Accept(A.Orders());
        rig.Time.Advance(TimeSpan.FromHours(25));
        Assert.Empty(Candidates(rig));
    }

    private static IReadOnlyList<Hit> Candidates(OfficerRig rig) =>
        rig.Matcher.Candidates(A.Passage(Read, rig.Time.GetUtcNow()), [new("5-12345"), new("5-12945")], 0, rig.Time.GetUtcNow());

    private static Hit Put(OfficerRig rig)
    {
        var candidate = Assert.Single(Candidates(rig));
        rig.Desk.PutCandidate(candidate, new() { CropJpeg = [1, 2, 3], OverviewJpeg = [4] });
        return candidate;
    }
}
