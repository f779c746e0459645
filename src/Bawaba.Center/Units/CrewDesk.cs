// A crew's own verbs, from the page on their phone: their unit and its task, what they say of themselves, and where they are while they
// share it. Called by /unit and /api/units/…/commands. Promises: a command is done once however often it is sent, and counts from when it
// was pressed as far as the phone's clock can be believed; a person acts for the unit of whose crew they are, and sees no other; the
// task's words are in the log before they are shown; no position of a unit off duty is taken.
using System.Data.Common;
using System.Globalization;
using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Units;

/// <summary>A crew's own verbs. Needs <see cref="Permission.CrewUnit"/>.</summary>
public sealed class CrewDesk
{
    private static readonly TimeSpan TaskShown = TimeSpan.FromHours(12);
    private readonly CenterStore _store;
    private readonly LiveAnnouncer _announcer;
    private readonly AuditLog _audit;
    private readonly Disclosures _disclosures;
    private readonly SessionGuard _guard;
    private readonly UnitKeeping _keeping;
    private readonly TimeProvider _time;

    internal CrewDesk(CenterStore store, LiveAnnouncer announcer, AuditLog audit, Disclosures disclosures, SessionGuard guard, UnitKeeping keeping, TimeProvider time)
    {
        _store = store;
        _announcer = announcer;
        _audit = audit;
        _disclosures = disclosures;
        _guard = guard;
        _keeping = keeping;
        _time = time;
    }

    /// <summary>What a crew may say in a status, in the order of its page.</summary>
    public static IReadOnlyList<UnitVerb> VerbsFrom(UnitStatus status) => UnitTransitions.From(status);

    /// <summary>The person's unit with its task. Not found: of no crew.</summary>
    public async Task<Reading<Unit>> MineAsync(Actor actor, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.CrewUnit, cancellation) is not { } scope)
            return new Reading<Unit>.NotAllowed();
        var unit = await _store.ReadAsync(c => UnitSql.OfCrew(c, scope, actor.Account) is { } id ? UnitSql.Find(c, scope, id) : null, cancellation);
        if (unit is null)
            return new Reading<Unit>.NotFound();
        return await TaskNotedAsync(actor, unit, cancellation) ? new Reading<Unit>.Granted(unit) : new Reading<Unit>.AuditUnavailable();
    }

    /// <summary>A button pressed, now or a while ago. Sent again it is answered as the first time, with the unit as it is now.</summary>
    public Task<CommandResult> CommandAsync(Actor actor, UnitId id, UnitCommand command, CancellationToken cancellation) =>
        command.Id == Guid.Empty || !Enum.IsDefined(command.Verb)
            ? Task.FromResult<CommandResult>(new CommandResult.Unfit())
            : OnOwnAsync(
                actor,
                id,
                (connection, unit) =>
                {
                    if (AssignmentSql.Answered(connection, command.Id) is var (of, account, before))
                        return of == id && account == actor.Account.ToString() ? (new CommandResult.Answered(before, unit), false) : (new CommandResult.Unfit(), false);
                    var (answer, now) = Obey(connection, actor, unit, command);
                    AssignmentSql.Remember(connection, id, actor.Account, command, _time.GetUtcNow(), answer);
                    return (new CommandResult.Answered(answer, now), answer is CommandAnswer.Done);
                },
                cancellation);

    /// <summary>Where the phone is, while its owner shares it. Only the latest is kept; out of order while the unit is off duty.</summary>
    public Task<CommandResult> ReportPositionAsync(Actor actor, UnitId id, Coordinates point, double? accuracyMetres, DateTimeOffset at, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        // A phone's clock that is wrong does not make its position wrong; one that lay in its outbox is not news.
        var position = new UnitPosition { Point = point, AccuracyMetres = accuracyMetres is >= 0 and < 100_000 ? accuracyMetres : null, At = at > now ? now : at, Source = PositionSource.Browser };
        return UnitRules.IsFresh(position.At, now)
            ? OnOwnAsync(
                actor,
                id,
                (connection, unit) => UnitSql.PutPosition(connection, id, position)
                    ? (new CommandResult.Answered(CommandAnswer.Done, unit with { Position = position }), true)
                    : (new CommandResult.Answered(CommandAnswer.OutOfOrder, unit), false),
                cancellation)
            : Task.FromResult<CommandResult>(new CommandResult.Unfit());
    }

    private (CommandAnswer Answer, Unit Unit) Obey(DbConnection connection, Actor actor, Unit unit, UnitCommand command)
    {
        var received = _time.GetUtcNow();
        if (IsOfTask(unit, command.Verb) && command.Assignment != unit.Assignment?.Id)
            return (CommandAnswer.OtherTask, unit);
        var at = UnitRules.Believed(command.At, received, KnownBefore(unit, command.Verb));
        if (UnitTransitions.Take(unit, command.Verb, at) is not UnitStep.Taken taken)
            return (CommandAnswer.OutOfOrder, unit);
        var late = (received - at).TotalSeconds;
        _audit.AppendOrSpool(connection, new(AuditAct.UnitStepped, actor.ForAudit(), $"unit/{unit.Id}", string.Create(CultureInfo.InvariantCulture, $"{command.Verb} by=crew late-seconds={late:0}")));
        _keeping.Save(connection, taken);
        return (CommandAnswer.Done, taken.Unit);
    }

    private static bool IsOfTask(Unit unit, UnitVerb verb) => verb is UnitVerb.Acknowledge or UnitVerb.EnRoute or UnitVerb.OnScene
        || (verb is UnitVerb.Available && unit.Assignment is not null);

    // Nothing is believed to have happened before what it follows.
    private static DateTimeOffset KnownBefore(Unit unit, UnitVerb verb) => verb is UnitVerb.Well
        ? unit.OnDutyAt ?? unit.StatusAt
        : unit.Assignment?.AcknowledgedAt is { } read && read > unit.StatusAt ? read : unit.StatusAt;

    private async Task<CommandResult> OnOwnAsync(
        Actor actor, UnitId id, Func<DbConnection, Unit, (CommandResult Result, bool Changed)> work, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.CrewUnit, cancellation) is not { } scope)
            return new CommandResult.NotAllowed();
        try
        {
            return await _announcer.WriteAsync<CommandResult>(
                connection =>
                {
                    if (Own(connection, actor, scope, id) is not { } unit)
                        return (new CommandResult.NotFound(), []);
                    var (result, changed) = work(connection, unit);
                    return (result, changed && result is CommandResult.Answered(_, var next) ? [UnitChanges.HintOf(next)] : []);
                },
                cancellation);
        }
        catch (Exception e) when (e is DbException or IOException)
        {
            return new CommandResult.AuditUnavailable();
        }
    }

    private Unit? Own(DbConnection connection, Actor actor, Scope scope, UnitId id)
    {
        if (_guard.FindUnit(connection, actor, scope, id) is not { RetiredAt: null } unit)
            return null;
        if (unit.Crew.Any(m => m.Account == actor.Account))
            return unit;
        _audit.TryAppend(connection, new(AuditAct.Refused, actor.ForAudit(), $"unit/{id}", "not-of-the-crew"));
        return null;
    }

    // Sending people is not stopped by a log that fails: the row waits beside the store then.
    private async Task<bool> TaskNotedAsync(Actor actor, Unit unit, CancellationToken cancellation)
    {
        if (unit.Assignment is not { } task)
            return true;
        var session = actor.Session.ToString();
        if (_disclosures.New(session, AuditAct.UnitTaskSeen, [task.Id.ToString()], TaskShown) is not [_, ..] news)
            return true;
        try
        {
            await _store.WriteAsync(c => _audit.AppendOrSpool(c, new(AuditAct.UnitTaskSeen, actor.ForAudit(), $"unit/{unit.Id}", $"{task.Task.Subject} {task.Id}")), cancellation);
        }
        catch (Exception e) when (e is DbException or IOException)
        {
            return false;
        }
        _disclosures.Remember(session, AuditAct.UnitTaskSeen, news);
        return true;
    }
}
