// Statements on notices.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Mandates;

internal static class NoticeSql
{
    private const int MostShown = 500;

    /// <summary>False where it was told before.</summary>
    internal static bool Put(DbConnection connection, ActivationOrder order, string what, DateTimeOffset at, string detail) => connection.Run("""
        INSERT INTO law_notice (id, mandate, what, instrument_number, detail, noticed_at) VALUES (@id, @order, @what, @instrument, @detail, @at)
        ON CONFLICT (mandate, what) DO NOTHING
        """,
        ("@id", Guid.CreateVersion7(at).ToString("N")), ("@order", order.Id.Value), ("@what", what), ("@instrument", order.InstrumentNumber), ("@detail", detail), ("@at", at)) > 0;

    /// <summary>Newest first.</summary>
    internal static List<LawNotice> Newest(DbConnection connection) => connection.Rows(
        "SELECT id, mandate, what, instrument_number, detail, noticed_at, seen_at FROM law_notice ORDER BY noticed_at DESC, id DESC LIMIT @most",
        r => new LawNotice
        {
            Id = r.GetString(0),
            Order = MandateId.Parse(r.GetString(1)),
            What = r.GetString(2),
            InstrumentNumber = r.GetString(3),
            Detail = r.GetString(4),
            NoticedAt = r.Instant(5),
            SeenAt = r.InstantOrNull(6),
        },
        ("@most", (long)MostShown));

    internal static int See(DbConnection connection, string id, AccountId by, DateTimeOffset at) => connection.Run(
        "UPDATE law_notice SET seen_by = @by, seen_at = @at WHERE id = @id AND seen_at IS NULL", ("@by", by.ToString()), ("@at", at), ("@id", id));
}
