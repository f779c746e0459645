// The clocks of dispatch as figures: the second half of what TimesDesk shows of alerts. Here and not there, for alerts know of no incident;
// the times page puts both beside each other. Promises what TimesDesk does: percentiles and counts, nobody's name, of the actor's part of
// the room, nothing where there are too few.
using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Incidents;

/// <summary>How long sending units takes.</summary>
public sealed class DispatchTimesDesk
{
    private readonly CenterStore _store;
    private readonly SessionGuard _guard;
    private readonly TimeProvider _time;

    internal DispatchTimesDesk(CenterStore store, SessionGuard guard, TimeProvider time) => (_store, _guard, _time) = (store, guard, time);

    /// <summary>Of incidents opened since an instant, <see cref="TimesDesk.Longest"/> ago at the earliest. Needs <see cref="Permission.SeeTimes"/>.</summary>
    public async Task<Reading<DispatchTimes>> ReadAsync(Actor actor, DateTimeOffset sinceAt, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.SeeTimes, cancellation) is not { } scope)
            return new Reading<DispatchTimes>.NotAllowed();
        var earliest = _time.GetUtcNow() - TimesDesk.Longest;
        var since = sinceAt < earliest ? earliest : sinceAt;
        var all = await _store.ReadAsync(c => DispatchTimesSql.Since(c, scope, since), cancellation);
        return new Reading<DispatchTimes>.Granted(new()
        {
            SinceAt = since,
            Clocks =
            [
                Of("confirmed-dispatched", all, i => (i.ConfirmedAt, i.FirstDispatchAt), DispatchTimes.DispatchTargets),
                Of("dispatched-en-route", all, i => (i.FirstDispatchAt, i.FirstEnRouteAt), []),
                Of("en-route-on-scene", all, i => (i.FirstEnRouteAt, i.FirstOnSceneAt), []),
                Of("on-scene-closed", all, i => (i.FirstOnSceneAt, i.ClosedAt), []),
                Of("dispatched-on-scene", all, i => (i.FirstDispatchAt, i.FirstOnSceneAt), []),
            ],
            Opened = all.Count,
            Dispatched = all.Count(i => i.FirstDispatchAt is not null),
        });
    }

    // A step that was before the one it is counted from (an alert confirmed while the unit was on its way already) is no duration.
    private static ClockFigures Of(
        string clock, IEnumerable<DispatchInstants> all, Func<DispatchInstants, (DateTimeOffset? From, DateTimeOffset? Until)> step, IReadOnlyList<ClockTarget> targets) =>
        ClockFigures.Of(clock, all.Select(step).Select(s => s.Until - s.From).OfType<TimeSpan>().Where(d => d >= TimeSpan.Zero), targets);
}
