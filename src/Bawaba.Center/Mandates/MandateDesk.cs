// The verbs on activation orders, from draft to end. Called by the orders' pages and endpoints. Promises: an order comes into
// force only by the passkey of somebody else than who asked; an instrument stands behind one order, ever; nothing is extended: an
// approved order changes no more, it can only be ended; every step is one transaction with its audit row.
using System.Data.Common;
using Bawaba.Center.Approvals;
using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;
using Bawaba.Contracts;
using Bawaba.Proof.Approvals;

namespace Bawaba.Center.Mandates;

/// <summary>The verbs on activation orders.</summary>
public sealed class MandateDesk
{
    private readonly LawSteps _steps;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly GateRegistry _registry;
    private readonly SheetDesk _sheets;
    private readonly TimeProvider _time;

    internal MandateDesk(LawSteps steps, AuditLog audit, SessionGuard guard, GateRegistry registry, SheetDesk sheets, TimeProvider time)
    {
        _steps = steps;
        _audit = audit;
        _guard = guard;
        _registry = registry;
        _sheets = sheets;
        _time = time;
    }

    /// <summary>Keeps a draft: a new one (version 0), or changes to a draft of this version. Needs <see cref="Permission.DraftOrders"/>.</summary>
    public async Task<OrderResult> DraftAsync(Actor actor, OrderDraft draft, long version, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.DraftOrders, cancellation) is not { } scope)
            return new OrderResult.NotAllowed();
        var now = _time.GetUtcNow();
        var outside = new List<GateId>();
        var (order, faults) = OrderRules.Read(draft, _registry.Naming(scope, outside), $"o-{Guid.CreateVersion7(now):N}", now);
        await _guard.NoteOutsideAsync(actor, outside, cancellation);
        if (order is null)
            return new OrderResult.Faulty(faults);
        return await StepAsync(
            connection =>
            {
                var before = Find(connection, actor, scope, order.Id);
                if (version == 0 && OrderSql.IsTaken(connection, order.Id))
                    return new OrderResult.Faulty([new("id", "used")]);
                if (version != 0 && (before is not { State: OrderState.Draft } || before.Version != version))
                    return new OrderResult.Stale();
                if (OrderSql.OrderOf(connection, order.InstrumentNumber) is { } other && other != order.Id.Value)
                    return new OrderResult.Faulty([new("instrumentNumber", "used")]);
                if (order.Renews is { } renewed && (Find(connection, actor, scope, renewed) is not { ApprovedAt: not null } old || old.Kind != order.Kind))
                    return new OrderResult.Faulty([new("renews", "unknown")]);
                if (!IsWithinWindow(connection, order))
                    return new OrderResult.Faulty([new("untilAt", "too-often")]);
                return Keep(connection, actor, AuditAct.OrderDrafted, order with
                {
                    Requester = OperatorSql.Account(connection, actor.Account)?.DisplayName ?? actor.UserName,
                    RequesterAccount = actor.Account.ToString(),
                    Directorate = scope.Directorate,
                    State = OrderState.Draft,
                    Version = version + 1,
                });
            },
            cancellation);
    }

    /// <summary>Asks for approval. Needs <see cref="Permission.DraftOrders"/>.</summary>
    public Task<OrderResult> SubmitAsync(Actor actor, MandateId id, long version, CancellationToken cancellation) => MoveAsync(
        actor, id, version, Permission.DraftOrders, AuditAct.OrderSubmitted,
        o => o.State is OrderState.Draft ? o with { State = OrderState.Pending } : null, cancellation);

    /// <summary>Gives it back to be written again. Needs <see cref="Permission.ApproveOrders"/>.</summary>
    public Task<OrderResult> ReturnAsync(Actor actor, MandateId id, long version, CancellationToken cancellation) => MoveAsync(
        actor, id, version, Permission.ApproveOrders, AuditAct.OrderReturned,
        o => o.State is OrderState.Pending ? o with { State = OrderState.Draft } : null, cancellation);

    /// <summary>Ends it before its last instant. Needs <see cref="Permission.DraftOrders"/> or <see cref="Permission.ApproveOrders"/>: stopping is easier than starting.</summary>
    public async Task<OrderResult> EndAsync(Actor actor, MandateId id, long version, CancellationToken cancellation) => await MoveAsync(
        actor, id, version,
        await _guard.MayAsync(actor, Permission.ApproveOrders, cancellation) ? Permission.ApproveOrders : Permission.DraftOrders,
        AuditAct.OrderEnded,
        o => o.State is OrderState.Ended ? null : o with { State = OrderState.Ended, EndedAt = _time.GetUtcNow() },
        cancellation);

    /// <summary>Asks the person's passkey to approve. Needs <see cref="Permission.ApproveOrders"/>.</summary>
    public Task<ApprovalResult> AskAsync(Actor actor, MandateId id, CancellationToken cancellation) => ApproveStepAsync(
        actor,
        (connection, scope) =>
        {
            if (Find(connection, actor, scope, id) is not { } order)
                return new ApprovalResult.Gone();
            return FaultOf(connection, actor, scope, order) is { } why
                ? _sheets.Refuse(connection, actor, SheetKind.Order, why)
                : _sheets.Ask(connection, actor, SheetKind.Order, [OrderLeaf.Of(order)], order.Id.Value);
        },
        cancellation);

    /// <summary>Takes the passkey's answer: the order is in force from its first instant.</summary>
    public Task<ApprovalResult> ApproveAsync(Actor actor, ApprovalAnswer answer, CancellationToken cancellation) => ApproveStepAsync(
        actor,
        (connection, scope) =>
        {
            var (sheet, _, subject, refusal) = _sheets.Take(connection, actor, SheetKind.Order, answer);
            if (refusal is not null)
                return refusal;
            var order = Find(connection, actor, scope, MandateId.Parse(subject));
            // Changed while it was being looked at: what was signed is not what stands here.
            if (order is null || !SheetCheck.LeavesOf(sheet!).Contains(Convert.ToBase64String(OrderLeaf.Of(order))))
                return _sheets.Refuse(connection, actor, SheetKind.Order, "changed-meanwhile", new ApprovalResult.Gone());
            if (FaultOf(connection, actor, scope, order) is { } why)
                return _sheets.Refuse(connection, actor, SheetKind.Order, why);
            Keep(connection, actor, AuditAct.OrderApproved, order with
            {
                State = OrderState.Approved,
                Version = order.Version + 1,
                Approver = OperatorSql.Account(connection, actor.Account)!.DisplayName,
                ApproverAccount = actor.Account.ToString(),
                ApprovedAt = sheet!.ApprovedAt,
                Sheet = sheet.Id,
            });
            if (order.Renews is { } renewed)
                NoticeSql.Put(connection, order, LawNotice.Renewed, _time.GetUtcNow(), $"renews={renewed}");
            return new ApprovalResult.Approved(1);
        },
        cancellation);

    private ActivationOrder? Find(DbConnection connection, Actor actor, Scope scope, MandateId id) =>
        _guard.Find(connection, actor, scope, $"order/{id}", within => OrderSql.Find(connection, within, id));

    // Counted at every gate over all its retention orders, whosever they are: the limit is of who passes there.
    private static bool IsWithinWindow(DbConnection connection, ActivationOrder order)
    {
        if (order.Kind != OrderKind.Retention)
            return true;
        var others = OrderSql.All(connection).Where(o => o.Kind == OrderKind.Retention && o.ApprovedAt is not null && o.Id != order.Id).ToArray();
        return order.Gates.All(gate => KeepingLimits.Allow(
            others.Where(o => o.Gates.Contains(gate)).Select(o => new RetentionSpan(o.Id, o.FromAt, o.EndedAt < o.UntilAt ? o.EndedAt.Value : o.UntilAt))
                .Append(new RetentionSpan(order.Id, order.FromAt, order.UntilAt))));
    }

    private string? FaultOf(DbConnection connection, Actor actor, Scope scope, ActivationOrder order)
    {
        if (order.State is not OrderState.Pending)
            return "not-pending";
        if (order.RequesterAccount == actor.Account.ToString())
            return "own-order";
        // The joint room asks for what is no one directorate's to approve.
        if (!order.Gates.All(g => _registry.Find(scope, g) is not null))
            return "beyond-directorate";
        if (!IsWithinWindow(connection, order))
            return "kept-too-often";
        return order.UntilAt <= _time.GetUtcNow() || order.UntilAt - order.FromAt > KeepingLimits.LongestOf(order.Kind) ? "expiry-unfit" : null;
    }

    private async Task<OrderResult> MoveAsync(
        Actor actor, MandateId id, long version, Permission needed, AuditAct act, Func<ActivationOrder, ActivationOrder?> move, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, needed, cancellation) is not { } scope)
            return new OrderResult.NotAllowed();
        return await StepAsync(
            connection => Find(connection, actor, scope, id) is not { } order
                ? new OrderResult.NotFound()
                : order.Version == version && move(order) is { } next
                    ? Keep(connection, actor, act, next with { Version = version + 1 })
                    : new OrderResult.Stale(),
            cancellation);
    }

    private OrderResult.Done Keep(DbConnection connection, Actor actor, AuditAct act, ActivationOrder order)
    {
        _audit.Append(connection, new(act, actor.ForAudit(), order.Id.Value, $"instrument={order.InstrumentNumber}"));
        OrderSql.Put(connection, order, _time.GetUtcNow());
        return new(order);
    }

    private Task<OrderResult> StepAsync(Func<DbConnection, OrderResult> work, CancellationToken cancellation) =>
        _steps.TakeAsync(work, r => r is OrderResult.Done, LoadReport.Mandates, new OrderResult.AuditUnavailable(), cancellation);

    private async Task<ApprovalResult> ApproveStepAsync(Actor actor, Func<DbConnection, Scope, ApprovalResult> work, CancellationToken cancellation) =>
        await _guard.ScopeOfAsync(actor, Permission.ApproveOrders, cancellation) is { } scope
            ? await _steps.ApproveAsync(c => work(c, scope), LoadReport.Mandates, cancellation)
            : new ApprovalResult.NotAllowed();
}
