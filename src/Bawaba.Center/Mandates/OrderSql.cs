// Statements on activation orders.
using System.Data.Common;
using System.Text.Json;
using Bawaba.Center.Approvals;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Mandates;

internal static class OrderSql
{
    internal const string Part = "orders";

    internal static List<ActivationOrder> All(DbConnection connection) =>
        connection.Rows("SELECT body FROM mandate ORDER BY changed_at", ToOrder);

    internal static ActivationOrder? Find(DbConnection connection, Scope scope, MandateId id) =>
        connection.First($"SELECT body FROM mandate WHERE id = @id AND {Scope.OfOwner("directorate")}", ToOrder, ("@id", id.Value), scope.Parameter);

    /// <summary>Whosever it is: an id is given once.</summary>
    internal static bool IsTaken(DbConnection connection, MandateId id) =>
        connection.First("SELECT 1 FROM mandate WHERE id = @id", _ => true, ("@id", id.Value));

    /// <summary>The order an instrument stands behind already, here or in the memory of files.</summary>
    internal static string? OrderOf(DbConnection connection, string instrument) =>
        connection.First("SELECT id FROM mandate WHERE instrument_number = @instrument", r => r.GetString(0), ("@instrument", instrument))
        ?? MandateSql.OrderOf(connection, instrument);

    internal static void Put(DbConnection connection, ActivationOrder order, DateTimeOffset at)
    {
        connection.Run("""
            INSERT INTO mandate (id, version, state, instrument_number, leaf, sheet, body, changed_at, directorate)
            VALUES (@id, @version, @state, @instrument, @leaf, @sheet, @body, @at, @directorate)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state, instrument_number = excluded.instrument_number,
                leaf = excluded.leaf, sheet = excluded.sheet, body = excluded.body, changed_at = excluded.changed_at,
                directorate = excluded.directorate
            """,
            ("@id", order.Id.Value), ("@version", order.Version), ("@state", order.State), ("@instrument", order.InstrumentNumber),
            ("@leaf", Convert.ToBase64String(OrderLeaf.Of(order))), ("@sheet", order.Sheet),
            ("@body", JsonSerializer.Serialize(order, CenterJson.Default.ActivationOrder)), ("@at", at),
            ("@directorate", order.Directorate?.Value));
        ApprovalSql.Mark(connection, Part);
    }

    private static ActivationOrder ToOrder(DbDataReader r) => JsonSerializer.Deserialize(r.GetString(0), CenterJson.Default.ActivationOrder)!;
}
