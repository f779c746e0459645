// What a person may do with an alert now, so that buttons say it before the desk has to refuse. The desk decides; this
// only shows. Used by AlertActions.
using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Console.Alerts;

internal sealed record AlertSteps(Alert Alert, Actor Actor)
{
    internal bool CanAnswer => Alert.State == AlertState.Raised;

    internal bool CanLook => Alert.State is AlertState.Raised or AlertState.Answered
        || (Alert.State == AlertState.FirstLook && Alert.Verdict != LookVerdict.Same && !IsOwnLook);

    internal bool CanReject => Alert.IsUndecided;

    internal bool CanConfirm => Alert.IsUndecided && WhyNotConfirm is null;

    internal bool CanClose => Alert.State == AlertState.Confirmed;

    /// <summary>The key of the text that says why confirming waits; null when it does not.</summary>
    internal string? WhyNotConfirm => Alert.State != AlertState.FirstLook ? "confirm.needs-look"
        : Alert.Verdict != LookVerdict.Same ? "confirm.needs-same"
        : IsOwnLook ? "confirm.same-account"
        : null;

    private bool IsOwnLook => Alert.FirstLook is { } look && (look.Account == Actor.Account || look.Session == Actor.Session);
}
