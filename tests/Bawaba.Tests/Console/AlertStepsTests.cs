// What an alert's card offers to whom. The desk decides; the card must not offer what it would refuse.
using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Bawaba.Console.Alerts;
using Bawaba.Contracts;
using Bawaba.Pages.Language;

namespace Bawaba.Tests.Console;

public sealed class AlertStepsTests
{
    private static readonly Actor Me = Samples.Operator;
    private static readonly Actor Other = Samples.Person(Role.Operator, 2);

    [Fact]
    public void A_new_alert_can_be_answered_looked_at_and_rejected_but_not_confirmed()
    {
        var steps = new AlertSteps(Samples.Alert(AlertState.Raised, Other), Me);
        Assert.True(steps is { CanAnswer: true, CanLook: true, CanReject: true, CanConfirm: false });
        Assert.Equal("confirm.needs-look", steps.WhyNotConfirm);
    }

    [Fact]
    public void Another_account_confirms_a_first_look_that_said_same() =>
        Assert.True(new AlertSteps(Samples.Alert(AlertState.FirstLook, Other), Me) is { CanConfirm: true, WhyNotConfirm: null });

    [Fact]
    public void The_account_of_the_first_look_cannot_confirm_and_is_told_why()
    {
        var steps = new AlertSteps(Samples.Alert(AlertState.FirstLook, Me), Me);
        Assert.False(steps.CanConfirm);
        Assert.Equal("confirm.same-account", steps.WhyNotConfirm);
    }

    [Fact]
    public void The_session_of_the_first_look_cannot_confirm_under_another_account()
    {
        var look = new Look(Other.Account, Me.Session, Other.DisplayName, Samples.Now);
        Assert.False(new AlertSteps(Samples.Alert(AlertState.FirstLook, Other) with { FirstLook = look }, Me).CanConfirm);
    }

    [Theory]
    [InlineData(LookVerdict.Different)]
    [InlineData(LookVerdict.CannotTell)]
    public void A_look_that_did_not_say_same_can_be_followed_by_another_persons_look(LookVerdict verdict)
    {
        var alert = Samples.Alert(AlertState.FirstLook, Other) with { Verdict = verdict };
        Assert.True(new AlertSteps(alert, Me) is { CanLook: true, CanConfirm: false, WhyNotConfirm: "confirm.needs-same" });
        Assert.False(new AlertSteps(alert, Other).CanLook);
    }

    [Theory]
    [InlineData(AlertState.Rejected)]
    [InlineData(AlertState.Expired)]
    [InlineData(AlertState.Closed)]
    [InlineData(AlertState.Confirmed)]
    public void A_decided_alert_offers_no_look_and_no_decision(AlertState state) =>
        Assert.True(new AlertSteps(Samples.Alert(state, Other), Me) is { CanAnswer: false, CanLook: false, CanConfirm: false, CanReject: false });

    [Fact]
    public async Task The_card_of_my_own_look_shows_confirming_switched_off_with_its_reason()
    {
        var html = await Samples.Pages["alert of my own look"](ScreenLanguage.Arabic).HtmlAsync();
        Assert.Matches("data-verb=\"confirm\" disabled", html);
        Assert.Contains(ScreenLanguage.Arabic["confirm.same-account"], html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_of_anothers_look_lets_me_confirm() =>
        Assert.DoesNotMatch("data-verb=\"confirm\" disabled", await Samples.Pages["alert to confirm"](ScreenLanguage.Arabic).HtmlAsync());
}
