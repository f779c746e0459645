// A gate's list as a file for a stick, for a gate whose road is broken longer than a list lasts. Called by the gates' page.
// Promises: written down before it exists; it opens at that gate alone, and there for a supervisor; it is what the gate would
// have been sent now, with its approvals, and as old.
using Bawaba.Center.Alerts;
using Bawaba.Center.Audit;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;
using Bawaba.Proof.Sealing;

namespace Bawaba.Center.Intake;

/// <summary>Lists that are carried to gates by hand.</summary>
public sealed class CarriedListDesk
{
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly GateRegistry _registry;
    private readonly OrdersDesk _orders;
    private readonly ListKeys _keys;

    internal CarriedListDesk(CenterStore store, AuditLog audit, SessionGuard guard, GateRegistry registry, OrdersDesk orders, ListKeys keys)
    {
        (_store, _audit, _guard, _registry, _orders, _keys) = (store, audit, guard, registry, orders, keys);
    }

    /// <summary>The sealed file. Needs <see cref="Permission.HandOutLists"/>.</summary>
    public async Task<CarriedListResult> MakeAsync(Actor actor, GateId gate, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.HandOutLists, cancellation) is not { } scope)
            return new CarriedListResult.NotAllowed();
        var (member, stopped) = await _store.ReadAsync(connection => (EnrolmentSql.Standing(connection, gate), FalseHitSql.Stopped(connection, gate)), cancellation);
        if (await _guard.FindAsync(_registry, actor, scope, gate, cancellation) is not { RetiredAt: null } || member is not { IsReleased: true })
            return new CarriedListResult.NotReleased();
        if (!await _audit.TryWriteAsync(new(AuditAct.ListHandedOut, actor.ForAudit(), gate.Value), cancellation))
            return new CarriedListResult.AuditUnavailable();
        var list = PackedOrders.Pack(_orders.OrdersFor(gate) with { StoppedCameras = stopped });
        var secret = Convert.FromBase64String((await _keys.OfAsync(gate, cancellation)).Base64);
        using var key = SealingKey.From(secret, PackedOrders.CarriedPurpose);
        return new CarriedListResult.Made(key.Seal(list, PackedOrders.CarriedTo(gate)));
    }
}
