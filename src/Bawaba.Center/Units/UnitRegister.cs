// The register of units: making, changing and retiring them, and who is of which crew. Called by the units' pages. Promises: an id is
// given once; a person is of one crew; crews are open accounts of patrol officers within the actor's and the unit's part of the room.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Units;

/// <summary>The register of units. Needs <see cref="Permission.ManageUnits"/>.</summary>
public sealed class UnitRegister
{
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly UnitWork _work;
    private readonly TimeProvider _time;

    internal UnitRegister(CenterStore store, AuditLog audit, SessionGuard guard, UnitWork work, TimeProvider time)
    {
        _store = store;
        _audit = audit;
        _guard = guard;
        _work = work;
        _time = time;
    }

    /// <summary>A new unit, off duty. A directorate's people register for it; the joint room for any, or for all.</summary>
    public Task<UnitResult> RegisterAsync(Actor actor, UnitDraft draft, CancellationToken cancellation) => _work.WriteAsync(
        actor,
        Permission.ManageUnits,
        (connection, scope) =>
        {
            if (!UnitId.TryParse(draft.Id?.Trim(), out var id) || Fields(draft) is not var (name, vehicle) || !Owner(connection, scope, draft, out var owner))
                return new UnitResult.Unfit();
            var now = _time.GetUtcNow();
            var unit = new Unit
            {
                Id = id, Version = 1, Name = name, Kind = draft.Kind, Directorate = owner, Vehicle = vehicle, Strength = draft.Strength, Status = UnitStatus.OffDuty, StatusAt = now,
            };
            if (!UnitSql.Insert(connection, unit, actor.Account, now))
                return new UnitResult.Taken();
            _audit.Append(connection, new(AuditAct.UnitRegistered, actor.ForAudit(), $"unit/{id}", $"directorate={owner?.Value}"));
            return new UnitResult.Done(unit);
        },
        cancellation);

    /// <summary>Another name, kind, vehicle or strength; what it does now is not touched.</summary>
    public Task<UnitResult> EditAsync(Actor actor, UnitId id, long version, UnitDraft draft, CancellationToken cancellation) => Fields(draft) is not var (name, vehicle)
        ? Task.FromResult<UnitResult>(new UnitResult.Unfit())
        : _work.StepAsync(
            actor, Permission.ManageUnits, id, version, (AuditAct.UnitEdited, ""),
            unit => unit.RetiredAt is not null ? new UnitStep.OutOfOrder() : new UnitStep.Taken(unit with
            {
                Version = unit.Version + 1, Name = name, Kind = draft.Kind, Vehicle = vehicle, Strength = draft.Strength,
            }),
            cancellation);

    /// <summary>Takes it off the register; not while it has a task. Its crew is free, its position gone.</summary>
    public Task<UnitResult> RetireAsync(Actor actor, UnitId id, long version, CancellationToken cancellation) => _work.OnAsync(
        actor,
        Permission.ManageUnits,
        id,
        (connection, _, unit) =>
        {
            if (unit.Version != version)
                return new UnitResult.Stale(unit);
            if (UnitTransitions.Retire(unit, _time.GetUtcNow()) is not UnitStep.Taken taken)
                return new UnitResult.OutOfOrder(unit);
            UnitSql.ClearCrew(connection, id);
            return _work.Take(connection, actor, taken, (AuditAct.UnitRetired, ""));
        },
        cancellation);

    /// <summary>These people and no others are its crew; at most 24. Who was of the crew before opens its page no more.</summary>
    public Task<UnitResult> SetCrewAsync(Actor actor, UnitId id, long version, IReadOnlyList<AccountId> crew, CancellationToken cancellation) => _work.OnAsync(
        actor,
        Permission.ManageUnits,
        id,
        (connection, scope, unit) =>
        {
            if (unit.Version != version)
                return new UnitResult.Stale(unit);
            if (unit.RetiredAt is not null)
                return new UnitResult.OutOfOrder(unit);
            if (crew.Count > UnitRules.MaxCrew || !crew.All(account => Fits(connection, actor, scope, unit, account)))
                return new UnitResult.Unfit();
            return SetCrew(connection, actor, unit, [.. crew.Distinct()]);
        },
        cancellation);

    /// <summary>Who may be of the crew of a unit of this directorate, within the actor's scope, by name; and whose crew they are of now.</summary>
    public async Task<Reading<IReadOnlyList<CrewChoice>>> ChoicesAsync(Actor actor, DirectorateId? directorate, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.ManageUnits, cancellation) is not { } scope)
            return new Reading<IReadOnlyList<CrewChoice>>.NotAllowed();
        var (accounts, crews) = await _store.ReadAsync(c => (OperatorSql.Accounts(c), UnitSql.Crews(c, scope)), cancellation);
        var of = crews.ToDictionary(c => c.Member.Account, c => c.Unit);
        return new Reading<IReadOnlyList<CrewChoice>>.Granted(
            [.. accounts.Where(a => MayBeOf(a, scope, directorate)).OrderBy(a => a.DisplayName, StringComparer.Ordinal)
                .Select(a => new CrewChoice(a.Id, a.DisplayName, of.TryGetValue(a.Id, out var unit) ? unit : null))]);
    }

    private UnitResult SetCrew(DbConnection connection, Actor actor, Unit unit, List<AccountId> crew)
    {
        connection.Run("SAVEPOINT crew");
        UnitSql.ClearCrew(connection, unit.Id);
        if (!crew.TrueForAll(account => UnitSql.AddCrew(connection, unit.Id, account, _time.GetUtcNow())))
        {
            connection.Run("ROLLBACK TO SAVEPOINT crew");
            return new UnitResult.CrewElsewhere();
        }
        var next = unit with { Version = unit.Version + 1, Crew = [.. crew.Select(a => new CrewMember(a, OperatorSql.Account(connection, a)!.DisplayName))] };
        return _work.Take(connection, actor, new(next), (AuditAct.UnitCrewSet, string.Join(' ', crew)));
    }

    private bool Fits(DbConnection connection, Actor actor, Scope scope, Unit unit, AccountId id) => _guard.Find(
        connection, actor, scope, $"account/{id}", within => OperatorSql.Account(connection, id) is { } found && within.Holds(found.Scope) ? found : null) is { } account
        && MayBeOf(account, scope, unit.Directorate);

    private static bool MayBeOf(Account account, Scope scope, DirectorateId? directorate) =>
        account is { Role: Role.PatrolOfficer, ClosedAt: null } && scope.Holds(account.Scope) && account.Scope.Sees(directorate);

    private static bool Owner(DbConnection connection, Scope scope, UnitDraft draft, out DirectorateId? owner)
    {
        owner = scope.Directorate;
        if (!scope.IsWhole || string.IsNullOrWhiteSpace(draft.Directorate))
            return true;
        if (!DirectorateId.TryParse(draft.Directorate.Trim(), out var named) || DirectorateSql.Find(connection, named) is null)
            return false;
        owner = named;
        return true;
    }

    private static (LocalName Name, string Vehicle)? Fields(UnitDraft draft) =>
        Line(draft.NameAr, UnitRules.MaxName) is { Length: > 0 } ar && Line(draft.NameEn, UnitRules.MaxName) is { Length: > 0 } en
        && Line(draft.Vehicle, UnitRules.MaxVehicle) is { } vehicle && draft.Strength is >= 1 and <= UnitRules.MaxStrength && Enum.IsDefined(draft.Kind)
            ? (new() { Ar = ar, En = en }, vehicle)
            : null;

    // One line of at most so many characters; null where it is not.
    private static string? Line(string? typed, int most) => (typed?.Trim() ?? "") is var line && line.Length <= most && !line.Any(char.IsControl) ? line : null;
}
