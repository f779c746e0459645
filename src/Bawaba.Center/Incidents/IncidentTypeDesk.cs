// The verbs on types of incidents and their checklists. Called by their page. Promises: a version is never changed, the next one is made;
// a directorate's supervisor makes the directorate's own, the joint room's the room's; an incident keeps the version it began under.
using System.Data.Common;
using System.Globalization;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Incidents;

/// <summary>Types of incidents and their checklists.</summary>
public sealed class IncidentTypeDesk
{
    public const int MaxSteps = 20;
    private const int MaxTypes = 60;
    private const int MaxName = 60;
    private const int MaxStep = 160;
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly TimeProvider _time;

    internal IncidentTypeDesk(CenterStore store, AuditLog audit, SessionGuard guard, TimeProvider time) => (_store, _audit, _guard, _time) = (store, audit, guard, time);

    /// <summary>Those in force for the actor. Needs <see cref="Permission.SeeIncidents"/>.</summary>
    public async Task<Reading<IReadOnlyList<IncidentType>>> ListAsync(Actor actor, CancellationToken cancellation) =>
        await _guard.ScopeOfAsync(actor, Permission.SeeIncidents, cancellation) is { } scope
            ? new Reading<IReadOnlyList<IncidentType>>.Granted(await _store.ReadAsync(c => IncidentTypes.InForce(c, scope), cancellation))
            : new Reading<IReadOnlyList<IncidentType>>.NotAllowed();

    /// <summary>Makes the next version, or a new type. Needs <see cref="Permission.EditIncidentTypes"/>.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="type">Code, name, priority and steps are taken from it; steps without an id get one.</param>
    /// <param name="version">The version in force that the person looked at; 0 for one that came with the program or is new.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IncidentTypeResult> SaveAsync(Actor actor, IncidentType type, long version, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.EditIncidentTypes, cancellation) is not { } scope)
            return new IncidentTypeResult.NotAllowed();
        if (!IsFit(type))
            return new IncidentTypeResult.Unfit();
        try
        {
            return await _store.WriteAsync<IncidentTypeResult>(
                connection =>
                {
                    var inForce = IncidentTypes.InForce(connection, scope);
                    var current = inForce.FirstOrDefault(t => t.Code == type.Code);
                    if (current is null && inForce.Count >= MaxTypes)
                        return new IncidentTypeResult.Unfit();
                    if (current is not null && current.Version != version)
                        return new IncidentTypeResult.Stale(current);
                    var next = type with
                    {
                        Owner = scope.Directorate,
                        Version = current is not null && current.Owner == scope.Directorate ? current.Version + 1 : 1,
                        Steps = Numbered(type.Steps),
                        MadeBy = actor.DisplayName,
                        MadeAt = _time.GetUtcNow(),
                    };
                    _audit.Append(connection, new(AuditAct.IncidentTypeChanged, actor.ForAudit(), $"incident-type/{type.Code}",
                        string.Create(CultureInfo.InvariantCulture, $"version={next.Version} owner={next.Owner?.Value ?? "-"} steps={next.Steps.Count}")));
                    IncidentTypeSql.Insert(connection, next, actor.Account);
                    return new IncidentTypeResult.Done(next);
                },
                cancellation);
        }
        catch (DbException)
        {
            return new IncidentTypeResult.AuditUnavailable();
        }
    }

    private static bool IsFit(IncidentType type) =>
        Slug.IsValid(type.Code) && Enum.IsDefined(type.Priority) && IsText(type.Name, MaxName)
        && type.Steps.Count is > 0 and <= MaxSteps && type.Steps.All(s => IsText(s.Text, MaxStep) && (s.Id.Length == 0 || Slug.IsValid(s.Id)))
        && type.Steps.Where(s => s.Id.Length > 0).DistinctBy(s => s.Id, StringComparer.Ordinal).Count() == type.Steps.Count(s => s.Id.Length > 0);

    private static bool IsText(LocalName text, int most) => IncidentChecks.Line(text.Ar, most) is not null && IncidentChecks.Line(text.En, most) is not null;

    private static List<ChecklistStep> Numbered(IReadOnlyList<ChecklistStep> steps)
    {
        var taken = steps.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var next = 1;
        return [.. steps.Select(step =>
        {
            if (step.Id.Length > 0)
                return step;
            while (!taken.Add(string.Create(CultureInfo.InvariantCulture, $"step-{next}")))
                next++;
            return step with { Id = string.Create(CultureInfo.InvariantCulture, $"step-{next}") };
        })];
    }
}
