using Bawaba.Contracts;
using Bawaba.Contracts.Officers;
using Bawaba.Gate;
using Bawaba.Proof.Sealing;
using Bawaba.Tests.Proof.Approvals;

namespace Bawaba.Tests.Gate.Vault;

public sealed class RecheckDeskTests
{
    private static readonly byte[] Secret = Convert.FromBase64String(VaultRig.Key().Base64);

    [Fact]
    public async Task The_rooms_answer_rechecks_the_hit_once_and_is_written_with_its_code()
    {
        await using var rig = new VaultRig();
        var (desk, hit) = Looked(rig);
        var asked = desk.Ask(VaultRig.Session("officer-1"), hit.Passage, hit.Entry)!.Question!;
        Assert.Matches("^[0-9]{12}$", asked);
        // Asked again it is the same question.
        Assert.Equal(asked, desk.Ask(VaultRig.Session("officer-1"), hit.Passage, hit.Entry)!.Question);
        var answer = VoiceCode.Answer(Secret, Lawful.Gate, hit.Entry, "officer-1", asked);
        Assert.Equal(RecheckAnswer.Rechecked, await desk.AnswerAsync(VaultRig.Session("officer-1"), hit.Passage, hit.Entry, VoiceCode.Spoken(answer)));
        Assert.True(Assert.Single(rig.Board.All()).IsRechecked);
        Assert.Equal(HitStanding.Undecided, Assert.Single(rig.Board.All()).Standing);
        Assert.Equal(answer, Assert.Single(rig.OfficerActs(), a => a.Kind is OfficerActKind.Rechecked).Code);
    }

    [Theory]
    [InlineData("south", "entry-1", "officer-1", 0)]
    [InlineData("north", "entry-2", "officer-1", 0)]
    [InlineData("north", "entry-1", "officer-2", 0)]
    [InlineData("north", "entry-1", "officer-1", 1)]
    public async Task An_answer_for_another_gate_entry_officer_or_question_is_none(string gate, string entry, string officer, int next)
    {
        await using var rig = new VaultRig();
        var (desk, hit) = Looked(rig);
        var asked = desk.Ask(VaultRig.Session("officer-1"), hit.Passage, hit.Entry)!.Question!;
        var other = next == 0 ? asked : asked[..^1] + (char)('0' + ((asked[^1] - '0' + 1) % 10));
        var answer = VoiceCode.Answer(Secret, GateId.Parse(gate), EntryId.Parse(entry), officer, other);
        Assert.Equal(RecheckAnswer.Wrong, await desk.AnswerAsync(VaultRig.Session("officer-1"), hit.Passage, hit.Entry, answer));
        Assert.False(Assert.Single(rig.Board.All()).IsRechecked);
    }

    [Fact]
    public async Task Answers_are_guessed_five_times_and_then_not_even_the_right_one_counts()
    {
        await using var rig = new VaultRig();
        var (desk, hit) = Looked(rig);
        var session = VaultRig.Session("officer-1");
        var asked = desk.Ask(session, hit.Passage, hit.Entry)!.Question!;
        foreach (var typed in (string[])["", "1234", "00000000", "not digits", "99999999"])
            Assert.Equal(RecheckAnswer.Wrong, await desk.AnswerAsync(session, hit.Passage, hit.Entry, typed));
        Assert.Equal(RecheckAnswer.TooMany, await desk.AnswerAsync(session, hit.Passage, hit.Entry, VoiceCode.Answer(Secret, Lawful.Gate, hit.Entry, "officer-1", asked)));
        Assert.Equal(5, rig.OfficerActs().Count(a => a.Kind is OfficerActKind.RecheckRefused && a.Code is null));
    }

    [Fact]
    public async Task Only_after_a_look_that_said_same_and_only_its_own_officer_asks()
    {
        await using var rig = new VaultRig();
        var desk = new RecheckDesk(rig.Board, rig.Vault, rig.ActWriter);
        var hit = Put(rig);
        Assert.Null(desk.Ask(VaultRig.Session("officer-1"), hit.Passage, hit.Entry));
        rig.Board.Look(hit.Passage, hit.Entry, new("officer-1", "officer-1", LookVerdict.CannotTell, rig.Clock.GetUtcNow()));
        Assert.Null(desk.Ask(VaultRig.Session("officer-1"), hit.Passage, hit.Entry));
        rig.Board.Look(hit.Passage, hit.Entry, new("officer-2", "officer-2", LookVerdict.Same, rig.Clock.GetUtcNow()));
        Assert.Null(desk.Ask(VaultRig.Session("officer-1"), hit.Passage, hit.Entry));
        Assert.NotNull(desk.Ask(VaultRig.Session("officer-2"), hit.Passage, hit.Entry));
        Assert.Equal(RecheckAnswer.NothingToRecheck, await desk.AnswerAsync(VaultRig.Session("officer-1"), hit.Passage, hit.Entry, "00000000"));
    }

    private static (RecheckDesk Desk, Hit Hit) Looked(VaultRig rig)
    {
        var hit = Put(rig);
        rig.Board.Look(hit.Passage, hit.Entry, new("officer-1", "officer-1", LookVerdict.Same, rig.Clock.GetUtcNow()));
        return (new(rig.Board, rig.Vault, rig.ActWriter), hit);
    }

    private static Hit Put(VaultRig rig)
    {
        rig.Keeper.Take(rig.Orders());
        var hit = rig.Matcher.Match(A.Passage(at: rig.Clock.GetUtcNow()), 0, rig.Clock.GetUtcNow()).Single();
        rig.Board.Put(hit, rig.Matcher.Find(hit.Entry)!, null);
        return hit;
    }
}
