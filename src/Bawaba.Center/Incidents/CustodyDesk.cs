// The custody register and the register of seizures: read, and what happens afterwards. Called by their pages. Promises: each look at a name
// is in the audit log before; entries stay as written, what happens later is added; a chain of custody has no gap: who gives is who had it.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;

namespace Bawaba.Center.Incidents;

/// <summary>The custody register and the register of seizures. Reading needs <see cref="Permission.SeeCustody"/>, adding <see cref="Permission.WorkIncidents"/> with it.</summary>
public sealed class CustodyDesk
{
    private const int MaxField = 200;
    private readonly IncidentWork _work;

    internal CustodyDesk(IncidentWork work) => _work = work;

    /// <summary>The newest first, at most 300; without their events.</summary>
    public Task<Reading<IReadOnlyList<CustodyEntry>>> ListAsync(Actor actor, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<CustodyEntry>>(actor, AuditAct.CustodySeen, "custody", OutcomeSql.NewestCustody, cancellation);

    public Task<Reading<CustodyEntry>> FindAsync(Actor actor, string number, CancellationToken cancellation) =>
        ReadAsync(actor, AuditAct.CustodySeen, $"custody/{number}", (c, scope) => OutcomeSql.FindCustody(c, scope, number), cancellation);

    /// <summary>The newest first, at most 300, each with its chain.</summary>
    public Task<Reading<IReadOnlyList<SeizedItem>>> ListSeizuresAsync(Actor actor, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<SeizedItem>>(actor, AuditAct.SeizureSeen, "seizures", OutcomeSql.NewestSeizures, cancellation);

    public Task<Reading<SeizedItem>> FindSeizureAsync(Actor actor, string number, CancellationToken cancellation) =>
        ReadAsync(actor, AuditAct.SeizureSeen, $"seizure/{number}", (c, scope) => OutcomeSql.FindSeizure(c, scope, number), cancellation);

    /// <summary>Adds what happened: a transfer, a release, a look at health, a correction.</summary>
    public Task<IncidentResult> AddEventAsync(Actor actor, string number, CustodyEventKind kind, string at, string text, CancellationToken cancellation) => AddAsync(
        actor,
        $"custody/{number}",
        (c, scope) => OutcomeSql.FindCustody(c, scope, number),
        entry => entry.Incident,
        (step, entry) =>
        {
            if (!Enum.IsDefined(kind) || IncidentChecks.Line(text, MaxField) is not { } words || OutcomeDesk.TakenAt(at, step.Now) is not { } when || when < entry.TakenAt)
                return new IncidentResult.Unfit(["text"]);
            if (entry.Events.Any(e => e.Kind is CustodyEventKind.Released) && kind is not CustodyEventKind.Corrected)
                return new IncidentResult.Unfit(["kind"]);
            step.Audit.Append(step.Connection, new(AuditAct.CustodyChanged, actor.ForAudit(), $"custody/{number}", $"kind={kind}"));
            OutcomeSql.Add(step.Connection, number, entry.Events.Count + 1, new CustodyEvent(kind, when, words, actor.DisplayName, step.Now), actor.Account);
            step.LogAudited(IncidentLogKind.CustodyChanged, $"custody/{number} {kind}");
            return step.Done();
        },
        cancellation);

    /// <summary>Hands a seized item over: from who has it, in a bag of a number that no other has.</summary>
    /// <param name="actor">Who writes it down.</param>
    /// <param name="number">The seizure.</param>
    /// <param name="transfer">From, to, purpose, bag and whether the seal was whole; the rest is set here.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IncidentResult> HandOverAsync(Actor actor, string number, SeizureTransfer transfer, CancellationToken cancellation) => AddAsync(
        actor,
        $"seizure/{number}",
        (c, scope) => OutcomeSql.FindSeizure(c, scope, number),
        item => item.Incident,
        (step, item) =>
        {
            var faults = new List<string>();
            if (!string.Equals(transfer.From.Trim(), item.HolderNow, StringComparison.Ordinal))
                faults.Add("from");
            if (IncidentChecks.Line(transfer.To, MaxField) is not { } to || to == item.HolderNow)
                faults.Add("to");
            if (IncidentChecks.Line(transfer.Purpose, MaxField) is null)
                faults.Add("purpose");
            if (IncidentChecks.Line(transfer.Bag, MaxField) is not { } bag || OutcomeSql.IsBagTaken(step.Connection, bag, number))
                faults.Add("bag");
            if (faults.Count > 0)
                return new IncidentResult.Unfit(faults);
            var made = transfer with
            {
                At = step.Now,
                From = item.HolderNow,
                To = transfer.To.Trim(),
                Purpose = transfer.Purpose.Trim(),
                Bag = transfer.Bag.Trim(),
                RecordedBy = actor.DisplayName,
                RecordedAt = step.Now,
            };
            step.Audit.Append(step.Connection, new(AuditAct.SeizureHandedOver, actor.ForAudit(), $"seizure/{number}", $"intact={made.Intact} other-bag={made.Bag != item.BagNow}"));
            OutcomeSql.Add(step.Connection, number, item.Transfers.Count + 1, made, actor.Account);
            step.LogAudited(IncidentLogKind.SeizureHandedOver, $"seizure/{number}");
            return step.Done();
        },
        cancellation);

    private async Task<Reading<T>> ReadAsync<T>(Actor actor, AuditAct act, string subject, Func<DbConnection, Scope, T?> find, CancellationToken cancellation)
        where T : class
    {
        if (await _work.Guard.ScopeOfAsync(actor, Permission.SeeCustody, cancellation) is not { } scope)
            return new Reading<T>.NotAllowed();
        if (await _work.Guard.FindAsync(actor, scope, subject, find, cancellation) is not { } found)
            return new Reading<T>.NotFound();
        return await _work.Audit.TryWriteAsync(new(act, actor.ForAudit(), subject), cancellation) ? new Reading<T>.Granted(found) : new Reading<T>.AuditUnavailable();
    }

    // The line of it stands in the incident's log, also after the incident was closed.
    private async Task<IncidentResult> AddAsync<T>(
        Actor actor, string subject, Func<DbConnection, Scope, T?> find, Func<T, IncidentNumber> incidentOf, Func<IncidentStep, T, IncidentResult> add, CancellationToken cancellation)
        where T : class
    {
        if (await _work.Guard.ScopeOfAsync(actor, Permission.SeeCustody, cancellation) is not { } scope)
            return new IncidentResult.NotAllowed();
        if (await _work.Guard.FindAsync(actor, scope, subject, find, cancellation) is not { } found)
            return new IncidentResult.NotFound();
        return await _work.StepAsync(
            actor, incidentOf(found), Permission.WorkIncidents, assisting: false, step => add(step, find(step.Connection, step.Scope)!), cancellation, closedToo: true);
    }
}
