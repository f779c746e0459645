// The clocks of the room's alerts as figures. Called by the times page. Promises: percentiles and counts, no plate, no name of who was slow;
// only of alerts within the actor's part of the room; nothing where there are too few to say anything.
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Alerts;

/// <summary>How long the room's steps take.</summary>
public sealed class TimesDesk
{
    /// <summary>The longest while that is counted.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    private readonly CenterStore _store;
    private readonly SessionGuard _guard;
    private readonly TimeProvider _time;

    internal TimesDesk(CenterStore store, SessionGuard guard, TimeProvider time) => (_store, _guard, _time) = (store, guard, time);

    /// <summary>Of alerts raised since an instant, <see cref="Longest"/> ago at the earliest. Needs <see cref="Permission.SeeTimes"/>.</summary>
    public async Task<Reading<AlertTimes>> ReadAsync(Actor actor, DateTimeOffset sinceAt, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.SeeTimes, cancellation) is not { } scope)
            return new Reading<AlertTimes>.NotAllowed();
        var earliest = _time.GetUtcNow() - Longest;
        var since = sinceAt < earliest ? earliest : sinceAt;
        var all = await _store.ReadAsync(c => TimesSql.Since(c, scope, since), cancellation);
        var inTime = all.Where(a => !a.Late).ToList();
        return new Reading<AlertTimes>.Granted(new()
        {
            SinceAt = since,
            Clocks =
            [
                Of("raised-answered", inTime.Select(a => a.AnsweredAt - a.RaisedAt), AlertRules.AnswerTargets),
                Of("answered-look", inTime.Select(a => a.LookedAt - a.AnsweredAt), []),
                Of("look-confirmed", inTime.Select(a => a.ConfirmedAt - a.LookedAt), []),
                Of("raised-decided", inTime.Select(a => (a.ConfirmedAt ?? a.RejectedAt) - a.RaisedAt), AlertRules.LookTargets),
                Of("captured-raised", inTime.Select(a => (TimeSpan?)(a.RaisedAt - a.CapturedAt)), []),
            ],
            Raised = inTime.Count,
            Late = all.Count - inTime.Count,
            ToSupervisor = inTime.Count(a => a.ToSupervisor),
            ToCommander = inTime.Count(a => a.ToCommander),
        });
    }

    // Clocks of two machines: what would be negative is zero.
    private static ClockFigures Of(string clock, IEnumerable<TimeSpan?> durations, IReadOnlyList<ClockTarget> targets) =>
        ClockFigures.Of(clock, durations.OfType<TimeSpan>().Select(d => d < TimeSpan.Zero ? TimeSpan.Zero : d), targets);
}
