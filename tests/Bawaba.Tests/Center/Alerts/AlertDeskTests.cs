using Bawaba.Center.Alerts;
using Bawaba.Center.Cases;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Alerts;

public sealed class AlertDeskTests
{
    [Fact]
    public async Task Two_people_confirm_and_each_step_is_in_the_audit_log()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (first, second) = (await rig.SignedInAsync(Role.Operator), await rig.SignedInAsync(Role.Supervisor));
        var desk = rig.Get<AlertDesk>();
        var alert = await rig.RaiseAsync();
        alert = Done(await desk.AnswerAsync(first, alert.Id, alert.Version, rig.Cancellation));
        alert = Done(await desk.FirstLookAsync(first, alert.Id, alert.Version, LookVerdict.Same, rig.Cancellation));
        alert = Done(await desk.ConfirmAsync(second, alert.Id, alert.Version, rig.Cancellation));
        Assert.Equal((AlertState.Confirmed, 4L, second.Account), (alert.State, alert.Version, alert.Confirmed!.Account));
        alert = Done(await desk.CloseAsync(first, alert.Id, alert.Version, rig.Cancellation));
        Assert.Equal(AlertState.Closed, alert.State);
        Assert.Equal(
            ["AlertRaised", "AlertAnswered", "AlertFirstLook", "AlertConfirmed", "AlertClosed"],
            (await rig.ActsAsync()).Where(a => a.StartsWith("Alert", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_candidate_that_the_gate_called_the_same_is_an_alert_that_shows_both_plates_and_forgets_both()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var hit = A.Hit(rig.Now, plate: "5-123466") with { Candidate = true };
        await rig.DeliverAsync(A.Record(1, rig.Now, hit: hit, pictures: A.Pictures()));
        var alert = (await rig.AlertsAsync()).Single(a => a.Passage == hit.Passage);
        Assert.Equal(("5-123466", "5-123456"), (alert.Plate!.Value.Key, alert.EntryPlate!.Value.Key));
        var (first, second) = (await rig.SignedInAsync(Role.Operator), await rig.SignedInAsync(Role.Supervisor));
        var desk = rig.Get<AlertDesk>();
        alert = Done(await desk.FirstLookAsync(first, alert.Id, alert.Version, LookVerdict.Same, rig.Cancellation));
        alert = Done(await desk.ConfirmAsync(second, alert.Id, alert.Version, rig.Cancellation));
        Assert.Equal("5-123456", alert.EntryPlate!.Value.Key);
    }

    [Theory]
    [InlineData("5-123466", false)]
    [InlineData("5-123477", true)]
    [InlineData("5-1234567", true)]
    [InlineData("51-23456", true)]
    public async Task What_differs_more_than_a_candidate_may_or_is_called_none_keeps_no_plate(string plate, bool candidate)
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        await rig.DeliverAsync(A.Record(1, rig.Now, hit: A.Hit(rig.Now, plate: plate) with { Candidate = candidate }, pictures: A.Pictures()));
        var alert = (await rig.AlertsAsync()).Single();
        Assert.Equal((AlertState.Rejected, null, null), (alert.State, alert.Plate, alert.EntryPlate));
    }

    [Fact]
    public async Task Only_a_confirmed_alert_is_put_to_an_open_case_and_the_case_knows_its_id_alone()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (first, second) = (await rig.SignedInAsync(Role.Operator), await rig.SignedInAsync(Role.Supervisor));
        var number = Assert.IsType<CaseResult.Done>(await rig.Get<CaseDesk>().OpenAsync(second, CaseKind.StolenVehicle, null, rig.Cancellation)).Case.Number;
        var (desk, cases) = (rig.Get<AlertDesk>(), rig.Get<AlertCaseDesk>());
        var alert = await rig.RaiseAsync();
        Assert.IsType<AlertCaseResult.NotConfirmed>(await cases.LinkAsync(second, alert.Id, number, rig.Cancellation));
        alert = Done(await desk.FirstLookAsync(first, alert.Id, alert.Version, LookVerdict.Same, rig.Cancellation));
        alert = Done(await desk.ConfirmAsync(second, alert.Id, alert.Version, rig.Cancellation));
        Assert.IsType<AlertCaseResult.NotAllowed>(await cases.LinkAsync(first, alert.Id, number, rig.Cancellation));
        Assert.IsType<AlertCaseResult.NoSuchCase>(await cases.LinkAsync(second, alert.Id, "2020-000001", rig.Cancellation));
        Assert.IsType<AlertCaseResult.Linked>(await cases.LinkAsync(second, alert.Id, $" {number} ", rig.Cancellation));
        Assert.Equal([number], await cases.CasesOfAsync(second, alert.Id, rig.Cancellation));
        var file = Assert.IsType<Reading<IReadOnlyList<CaseFile>>.Granted>(await rig.Get<CaseDesk>().ListAsync(second, rig.Cancellation)).Value.Single();
        Assert.Equal([$"alert/{alert.Id}"], file.Links);
        await rig.Get<CaseDesk>().CloseAsync(second, number, rig.Cancellation);
        Assert.IsType<AlertCaseResult.NoSuchCase>(await cases.LinkAsync(second, alert.Id, number, rig.Cancellation));
    }

    [Fact]
    public async Task Neither_the_same_account_nor_the_same_session_gives_the_second_look()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var first = await rig.SignedInAsync(Role.Operator);
        var alert = await LookedAtAsync(rig, first, LookVerdict.Same);
        var desk = rig.Get<AlertDesk>();
        Assert.IsType<AlertResult.SameAccount>(await desk.ConfirmAsync(first, alert.Id, alert.Version, rig.Cancellation));
        var elsewhere = await rig.SessionOfAsync(new()
        {
            Id = first.Account,
            UserName = first.UserName,
            DisplayName = first.DisplayName,
            Role = first.Role,
            CreatedAt = rig.Now,
        });
        Assert.IsType<AlertResult.SameAccount>(await desk.ConfirmAsync(elsewhere, alert.Id, alert.Version, rig.Cancellation));
        Assert.Equal(AlertState.FirstLook, (await rig.AlertsAsync()).Single().State);
    }

    [Fact]
    public async Task Of_two_people_with_the_same_version_one_is_told_that_it_is_stale()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (one, other) = (await rig.SignedInAsync(Role.Operator), await rig.SignedInAsync(Role.Operator));
        var alert = await rig.RaiseAsync();
        var desk = rig.Get<AlertDesk>();
        Done(await desk.FirstLookAsync(one, alert.Id, alert.Version, LookVerdict.CannotTell, rig.Cancellation));
        var stale = Assert.IsType<AlertResult.Stale>(
            await desk.RejectAsync(other, alert.Id, alert.Version, RejectReason.Misread, rig.Cancellation));
        Assert.Equal(2, stale.Alert.Version);
    }

    [Fact]
    public async Task Of_many_confirmations_at_once_exactly_one_is_done()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var alert = await LookedAtAsync(rig, await rig.SignedInAsync(Role.Operator), LookVerdict.Same);
        var people = new List<Actor>();
        for (var i = 0; i < 8; i++)
            people.Add(await rig.SignedInAsync(Role.Operator));
        var desk = rig.Get<AlertDesk>();
        var results = await Task.WhenAll(people.Select(p => Task.Run(() => desk.ConfirmAsync(p, alert.Id, alert.Version, rig.Cancellation))));
        Assert.Single(results.OfType<AlertResult.Done>());
        Assert.Equal(7, results.OfType<AlertResult.AlreadyClosed>().Count());
    }

    [Fact]
    public async Task Confirming_needs_a_first_look_that_said_same()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (first, second) = (await rig.SignedInAsync(Role.Operator), await rig.SignedInAsync(Role.Operator));
        var desk = rig.Get<AlertDesk>();
        var raised = await rig.RaiseAsync();
        Assert.IsType<AlertResult.OutOfOrder>(await desk.ConfirmAsync(second, raised.Id, raised.Version, rig.Cancellation));
        var doubtful = Done(await desk.FirstLookAsync(first, raised.Id, raised.Version, LookVerdict.CannotTell, rig.Cancellation));
        Assert.IsType<AlertResult.OutOfOrder>(await desk.ConfirmAsync(second, raised.Id, doubtful.Version, rig.Cancellation));
        var again = Done(await desk.FirstLookAsync(second, raised.Id, doubtful.Version, LookVerdict.Same, rig.Cancellation));
        Done(await desk.ConfirmAsync(first, raised.Id, again.Version, rig.Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_confirmed_on_an_entry_or_mandate_that_was_taken_back(bool entry)
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var alert = await LookedAtAsync(rig, await rig.SignedInAsync(Role.Operator), LookVerdict.Same);
        await File.WriteAllTextAsync(entry ? rig.WatchlistPath : rig.MandatesPath, entry ? A.Watchlist() : A.Mandates(), rig.Cancellation);
        await rig.PollSourcesAsync();
        var second = await rig.SignedInAsync(Role.Operator);
        Assert.IsType<AlertResult.EntryEnded>(await rig.Get<AlertDesk>().ConfirmAsync(second, alert.Id, alert.Version, rig.Cancellation));
        Done(await rig.Get<AlertDesk>().RejectAsync(second, alert.Id, alert.Version, RejectReason.StaleEntry, rig.Cancellation));
    }

    [Fact]
    public async Task A_decided_alert_takes_no_further_step()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var actor = await rig.SignedInAsync(Role.Operator);
        var desk = rig.Get<AlertDesk>();
        var alert = await rig.RaiseAsync();
        alert = Done(await desk.RejectAsync(actor, alert.Id, alert.Version, RejectReason.Misread, rig.Cancellation));
        Assert.IsType<AlertResult.AlreadyClosed>(await desk.AnswerAsync(actor, alert.Id, alert.Version, rig.Cancellation));
        Assert.IsType<AlertResult.AlreadyClosed>(await desk.FirstLookAsync(actor, alert.Id, alert.Version, LookVerdict.Same, rig.Cancellation));
        Assert.IsType<AlertResult.AlreadyClosed>(await desk.ConfirmAsync(actor, alert.Id, alert.Version, rig.Cancellation));
        Assert.IsType<AlertResult.AlreadyClosed>(await desk.CloseAsync(actor, alert.Id, alert.Version, rig.Cancellation));
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Commander)]
    [InlineData(Role.Technician)]
    [InlineData(Role.Registrar)]
    [InlineData(Role.MediaOfficer)]
    [InlineData(Role.Investigator)]
    public async Task Roles_without_the_work_cannot_do_it_nor_by_claiming_another_role(Role role)
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var actor = await rig.SignedInAsync(role);
        var alert = await rig.RaiseAsync();
        var desk = rig.Get<AlertDesk>();
        Assert.IsType<AlertResult.NotAllowed>(await desk.AnswerAsync(actor, alert.Id, alert.Version, rig.Cancellation));
        var pretender = actor with { Role = Role.Operator };
        Assert.IsType<AlertResult.NotAllowed>(await desk.AnswerAsync(pretender, alert.Id, alert.Version, rig.Cancellation));
    }

    [Fact]
    public async Task A_session_that_ended_a_moment_ago_does_nothing_more()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var actor = await rig.SignedInAsync(Role.Operator);
        var alert = await rig.RaiseAsync();
        await rig.Get<SignInDesk>().SignOutAsync(actor, rig.Cancellation);
        Assert.IsType<AlertResult.NotAllowed>(await rig.Get<AlertDesk>().AnswerAsync(actor, alert.Id, alert.Version, rig.Cancellation));
        Assert.IsType<Reading<AlertPage>.NotAllowed>(await rig.Get<AlertDesk>().ListAsync(actor, new(), rig.Cancellation));
    }

    internal static Alert Done(AlertResult result) => Assert.IsType<AlertResult.Done>(result).Alert;

    internal static async Task<Alert> LookedAtAsync(CenterRig rig, Actor actor, LookVerdict verdict)
    {
        var alert = await rig.RaiseAsync();
        return Done(await rig.Get<AlertDesk>().FirstLookAsync(actor, alert.Id, alert.Version, verdict, rig.Cancellation));
    }
}
