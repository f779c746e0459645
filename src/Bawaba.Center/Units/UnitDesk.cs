// The room's verbs on units: who is where, doing what, and what crews say by radio. Called by the units' pages and /api/units. Promises:
// a step against an older version changes nothing; where somebody is goes into no log; dispatch is not here (UnitBook).
using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Units;

/// <summary>The room's verbs on units. Reading needs <see cref="Permission.SeeUnits"/>, acting <see cref="Permission.WorkUnits"/>.</summary>
public sealed class UnitDesk
{
    private const int MostCalling = 100;
    private static readonly TimeSpan AuditEvery = TimeSpan.FromHours(1);
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly Disclosures _disclosures;
    private readonly SessionGuard _guard;
    private readonly GateRegistry _gates;
    private readonly UnitWork _work;
    private readonly TimeProvider _time;

    internal UnitDesk(CenterStore store, AuditLog audit, Disclosures disclosures, SessionGuard guard, GateRegistry gates, UnitWork work, TimeProvider time)
    {
        _store = store;
        _audit = audit;
        _disclosures = disclosures;
        _guard = guard;
        _gates = gates;
        _work = work;
        _time = time;
    }

    /// <summary>Units in force with their crews and positions, by name. Written to the log once an hour and session.</summary>
    public async Task<Reading<IReadOnlyList<Unit>>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.SeeUnits, cancellation) is not { } scope)
            return new Reading<IReadOnlyList<Unit>>.NotAllowed();
        return await NotedAsync(actor, cancellation)
            ? new Reading<IReadOnlyList<Unit>>.Granted(await _store.ReadAsync(c => UnitSql.List(c, scope), cancellation))
            : new Reading<IReadOnlyList<Unit>>.AuditUnavailable();
    }

    /// <summary>One unit, in force or retired.</summary>
    public async Task<Reading<Unit>> FindAsync(Actor actor, UnitId id, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.SeeUnits, cancellation) is not { } scope)
            return new Reading<Unit>.NotAllowed();
        if (await _guard.FindAsync(actor, scope, $"unit/{id}", (c, within) => UnitSql.Find(c, within, id), cancellation) is not { } unit)
            return new Reading<Unit>.NotFound();
        return await NotedAsync(actor, cancellation) ? new Reading<Unit>.Granted(unit) : new Reading<Unit>.AuditUnavailable();
    }

    /// <summary>Units whose crew's word is missing and after whom nobody looks yet, the longest silent first: for sirens. Needs <see cref="Permission.WorkUnits"/>.</summary>
    public async Task<Reading<IReadOnlyList<Unit>>> CallingAsync(Actor actor, CancellationToken cancellation) =>
        await _guard.ScopeOfAsync(actor, Permission.WorkUnits, cancellation) is { } scope
            ? new Reading<IReadOnlyList<Unit>>.Granted([.. (await _store.ReadAsync(c => UnitSql.Calling(c, scope, MostCalling), cancellation)).Select(u => u with { Position = null, Assignment = null })])
            : new Reading<IReadOnlyList<Unit>>.NotAllowed();

    /// <summary>Says that one looks after a unit that is overdue: sirens end, the alarm to be seen stays until its crew's word comes.</summary>
    public Task<UnitResult> LookAfterAsync(Actor actor, UnitId id, CancellationToken cancellation) => _work.OnAsync(
        actor,
        Permission.WorkUnits,
        id,
        (connection, _, unit) => UnitTransitions.LookAfter(unit, actor.DisplayName, _time.GetUtcNow()) switch
        {
            UnitStep.Taken taken => _work.Take(connection, actor, taken, (AuditAct.UnitOverdueSeen, "")),
            // Somebody was faster, or the crew's word came: what the button was for is so.
            _ => new UnitResult.Done(unit),
        },
        cancellation);

    /// <summary>What a crew reported by radio, in its name.</summary>
    public Task<UnitResult> StepAsync(Actor actor, UnitId id, long version, UnitVerb verb, CancellationToken cancellation) => _work.StepAsync(
        actor, Permission.WorkUnits, id, version, (AuditAct.UnitStepped, $"{verb} by=radio"), unit => UnitTransitions.Take(unit, verb, _time.GetUtcNow()), cancellation);

    /// <summary>Where a crew says by radio that it is: a point, or a gate within the actor's scope. Of a unit on duty alone.</summary>
    public Task<UnitResult> ReportPositionAsync(Actor actor, UnitId id, Coordinates? point, GateId? gate, CancellationToken cancellation) => _work.OnAsync(
        actor,
        Permission.WorkUnits,
        id,
        (connection, scope, unit) =>
        {
            if (point is null == gate is null || (gate is { } named && _guard.Find(connection, actor, scope, $"gate/{named}", within => _gates.Find(within, named)) is not { RetiredAt: null }))
                return new UnitResult.Unfit();
            var position = new UnitPosition { Point = point, Gate = gate, At = _time.GetUtcNow(), Source = PositionSource.Radio };
            if (!UnitSql.PutPosition(connection, id, position))
                return new UnitResult.OutOfOrder(unit);
            _audit.AppendOrSpool(connection, new(AuditAct.UnitPositionReported, actor.ForAudit(), $"unit/{id}"));
            return new UnitResult.Done(unit with { Position = position });
        },
        cancellation);

    /// <summary>How often the crew must say that they are well, in minutes (5 to 240); null: they need not.</summary>
    public Task<UnitResult> SetWelfareAsync(Actor actor, UnitId id, long version, int? minutes, CancellationToken cancellation) =>
        minutes is null or (>= UnitRules.MinWelfareMinutes and <= UnitRules.MaxWelfareMinutes)
            ? _work.StepAsync(
                actor, Permission.WorkUnits, id, version, (AuditAct.UnitWelfareSet, $"minutes={minutes?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}"),
                unit => unit.RetiredAt is null ? new UnitStep.Taken(UnitTransitions.SetWelfare(unit, minutes, _time.GetUtcNow())) : new UnitStep.OutOfOrder(), cancellation)
            : Task.FromResult<UnitResult>(new UnitResult.Unfit());

    // Where colleagues are is consulted all day long: the log has who did, not each look.
    private Task<bool> NotedAsync(Actor actor, CancellationToken cancellation) =>
        _disclosures.NoteAsync(_audit, new(AuditAct.UnitsSeen, actor.ForAudit(), "units"), AuditEvery, cancellation);
}
