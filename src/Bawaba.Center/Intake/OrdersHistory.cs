// The last orders that went to each gate, in memory: so that a change goes as a difference to what the gate says it has. Used by
// GateDoor. Promises: two versions a gate and no more; a version that is not here is no error, the gate gets the whole list.
using System.Collections.Concurrent;
using System.Globalization;
using Bawaba.Contracts;

namespace Bawaba.Center.Intake;

internal sealed class OrdersHistory
{
    private readonly ConcurrentDictionary<GateId, (GateOrders? Before, GateOrders Now)> _sent = new();

    /// <summary>The difference between what stands under this tag and the orders; null where the tag is of no version that is here, or of this one.</summary>
    internal OrdersDelta? DeltaFrom(string? tag, GateId gate, GateOrders orders)
    {
        var (before, now) = _sent.AddOrUpdate(
            gate,
            _ => (null, orders),
            (_, held) => held.Now.Version == orders.Version ? held : (held.Now, orders));
        if (VersionOf(tag) is not { } version)
            return null;
        var from = version == now.Version ? now : version == before?.Version ? before : null;
        return from is null ? null : OrdersDelta.Between(from, orders);
    }

    private static long? VersionOf(string? tag) =>
        tag is ['"', .. var rest] && rest.Split('-') is [var number, _] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
