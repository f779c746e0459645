// Statements on the memory of activation orders.
using System.Data.Common;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Mandates;

internal static class MandateSql
{
    internal static (string Instrument, DateTimeOffset FromAt, DateTimeOffset UntilAt)? Known(DbConnection connection, MandateId id) =>
        connection.First(
            "SELECT instrument_number, from_at, until_at FROM activation_order WHERE id = @id",
            r => ((string, DateTimeOffset, DateTimeOffset)?)(r.GetString(0), r.Instant(1), r.Instant(2)),
            ("@id", id.Value));

    internal static string? OrderOf(DbConnection connection, string instrument) => connection.First(
        "SELECT id FROM activation_order WHERE instrument_number = @instrument", r => r.GetString(0), ("@instrument", instrument));

    internal static void Remember(DbConnection connection, ActivationOrder order, DateTimeOffset at) => connection.Run("""
        INSERT INTO activation_order (id, instrument_number, from_at, until_at, first_read_at)
        VALUES (@id, @instrument, @from, @until, @at)
        ON CONFLICT (id) DO UPDATE SET from_at = excluded.from_at, until_at = excluded.until_at
        """,
        ("@id", order.Id.Value), ("@instrument", order.InstrumentNumber), ("@from", order.FromAt), ("@until", order.UntilAt), ("@at", at));
}
