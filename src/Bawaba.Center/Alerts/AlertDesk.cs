using Bawaba.Center.Operators;

namespace Bawaba.Center.Alerts;

/// <summary>
/// The verbs on alerts. Reading needs <see cref="Permission.SeeAlerts"/>, acting <see cref="Permission.WorkAlerts"/>.
/// Every verb takes the version the person looked at; another one there is <see cref="AlertResult.Stale"/>.
/// What shows a plate is written to the audit log first.
/// </summary>
public sealed class AlertDesk
{
    public Task<Reading<AlertPage>> ListAsync(Actor actor, AlertQuery query, CancellationToken cancellation) => throw new NotImplementedException();

    public Task<Reading<Alert>> FindAsync(Actor actor, AlertId alert, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>A picture of the hit (JPEG); whoever serves it sends <c>no-store</c>.</summary>
    public Task<Reading<byte[]>> PictureAsync(Actor actor, AlertId alert, AlertPicture picture, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>The actor owns it from now on. From raised.</summary>
    public Task<AlertResult> AnswerAsync(Actor actor, AlertId alert, long version, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>
    /// The first look. From answered; from raised it answers too; and again by another account while the look
    /// before it did not say "same".
    /// </summary>
    public Task<AlertResult> FirstLookAsync(Actor actor, AlertId alert, long version, LookVerdict verdict, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>The second look, by another account in another session, after a first look that said "same"; rechecks entry and mandate.</summary>
    public Task<AlertResult> ConfirmAsync(Actor actor, AlertId alert, long version, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>It is not the vehicle, or not any more. One person is enough: letting somebody pass needs no second look.</summary>
    public Task<AlertResult> RejectAsync(Actor actor, AlertId alert, long version, RejectReason reason, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>The work on a confirmed alert is done.</summary>
    public Task<AlertResult> CloseAsync(Actor actor, AlertId alert, long version, CancellationToken cancellation) =>
        throw new NotImplementedException();
}
