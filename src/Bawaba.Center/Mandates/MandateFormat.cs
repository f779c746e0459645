// How mandates.json is read (docs/files.md). Promises: every rule on activation orders is checked here and nowhere
// else; all faults are found in one reading.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Sources;
using Bawaba.Contracts;

namespace Bawaba.Center.Mandates;

internal static class MandateFormat
{
    internal const int MaxOrders = 1_000;
    internal static readonly TimeSpan LongestDuration = TimeSpan.FromDays(30);

    /// <param name="registry">The gates an order may name.</param>
    /// <param name="categories">The categories an order may name.</param>
    internal static SourceFormat<IReadOnlyList<ActivationOrder>> Create(GateRegistry registry, IReadOnlyList<string> categories) => new()
    {
        Source = LoadReport.Mandates,
        MaxBytes = 2 << 20,
        Empty = [],
        Parse = (bytes, faults) => Parse(bytes, faults, registry, categories),
        Count = orders => orders.Count,
        Admit = Admit,
        Loaded = AuditAct.MandatesLoaded,
    };

    private static List<ActivationOrder>? Parse(byte[] bytes, FaultList faults, GateRegistry registry, IReadOnlyList<string> categories)
    {
        var orders = new List<ActivationOrder>();
        var ids = new HashSet<MandateId>();
        var instruments = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var formed = SourceDocument.Read(bytes, "orders", MaxOrders, faults, (row, _) =>
        {
            var order = Order(row, registry);
            row.RefuseTheRest();
            Check(row, order, categories);
            if (!ids.Add(order.Id))
                row.Fault("the id stands more than once");
            if (!instruments.Add(order.InstrumentNumber))
                row.Fault("instrumentNumber stands in another order too; a renewal has an instrument of its own");
            orders.Add(order);
        });
        return formed ? orders : null;
    }

    private static ActivationOrder Order(SourceRow row, GateRegistry registry) => new()
    {
        Id = row.Id<MandateId>("id"),
        Purpose = row.Text("purpose"),
        InstrumentNumber = row.Text("instrumentNumber"),
        Issuer = row.Text("issuer"),
        IssuedOn = row.Day("issuedOn"),
        Requester = row.Text("requester"),
        Approver = row.Text("approver"),
        Gates = Gates(row, registry),
        Categories = row.Texts("categories"),
        FromAt = row.Instant("fromAt"),
        UntilAt = row.Instant("untilAt"),
    };

    private static List<GateId> Gates(SourceRow row, GateRegistry registry)
    {
        var gates = new List<GateId>();
        foreach (var text in row.Texts("gates"))
        {
            if (GateId.TryParse(text, out var gate) && registry.Registered(gate) is not null)
                gates.Add(gate);
            else
                row.Fault("gates names one that is not registered");
        }
        return gates;
    }

    private static void Check(SourceRow row, ActivationOrder order, IReadOnlyList<string> categories)
    {
        if (order.Categories.Any(c => !categories.Contains(c, StringComparer.Ordinal)))
            row.Fault($"categories names one that does not exist; there are {string.Join(", ", categories)}");
        if (order.Requester.Length > 0 && string.Equals(order.Requester, order.Approver, StringComparison.OrdinalIgnoreCase))
            row.Fault("approver is the requester");
        // A date that was itself at fault says nothing about the others.
        if (order.FromAt == default || order.UntilAt == default)
            return;
        if (order.UntilAt <= order.FromAt)
            row.Fault("untilAt is not after fromAt");
        if (order.UntilAt - order.FromAt > LongestDuration)
            row.Fault($"untilAt is more than {LongestDuration.Days} days after fromAt");
        if (order.IssuedOn > DateOnly.FromDateTime(order.FromAt.AddDays(1).UtcDateTime))
            row.Fault("issuedOn is after fromAt");
    }

    private static void Admit(DbConnection connection, IReadOnlyList<ActivationOrder> orders, FaultList faults, DateTimeOffset now)
    {
        foreach (var order in orders)
            CheckAgainstMemory(connection, order, faults);
        if (faults.Found > 0)
            return;
        foreach (var order in orders)
            MandateSql.Remember(connection, order, now);
    }

    private static void CheckAgainstMemory(DbConnection connection, ActivationOrder order, FaultList faults)
    {
        var place = $"order ({order.Id})";
        if (MandateSql.Known(connection, order.Id) is not var (instrument, fromAt, untilAt))
        {
            if (MandateSql.OrderOf(connection, order.InstrumentNumber) is { } other)
                faults.Add(place, $"instrumentNumber stood behind order '{other}' already; a renewal has an instrument of its own");
            return;
        }
        if (!string.Equals(instrument, order.InstrumentNumber, StringComparison.Ordinal))
            faults.Add(place, "instrumentNumber differs from the one this order was first read with");
        if (order.UntilAt > untilAt || order.FromAt < fromAt)
            faults.Add(place, "is longer than when it was read before; there is no extending, a renewal is a new order");
    }
}
