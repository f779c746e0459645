// An alert as a row of its table. Used by AlertSql alone.
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

internal static class AlertRow
{
    internal const int Count = 39;

    internal const string Columns = """
        id, version, state, gate, lane, camera, passage, mandate, entry, entry_category, entry_action, entry_legal_basis,
        entry_instrument, entry_issued_by, entry_expires_at, entry_vehicle, entry_colour, direction, vehicle, plate, confidence,
        late, has_pictures, passed_at, captured_at, raised_at, answered, first_look, verdict, confirmed, rejected, reject_reason,
        expired_at, closed_at, erased_at, entry_plate, supervisor_at, commander_at,
        slow_at
        """;

    internal static Alert Read(DbDataReader r) => new()
    {
        Id = AlertId.Parse(r.GetString(0)),
        Version = r.GetInt64(1),
        State = Enum.Parse<AlertState>(r.GetString(2)),
        Gate = GateId.Parse(r.GetString(3)),
        Lane = LaneId.Parse(r.GetString(4)),
        Camera = CameraId.Parse(r.GetString(5)),
        Passage = PassageId.Parse(r.GetString(6)),
        Mandate = MandateId.Parse(r.GetString(7)),
        Entry = ReadEntry(r),
        Direction = Enum.Parse<Direction>(r.GetString(17)),
        Vehicle = Enum.Parse<VehicleClass>(r.GetString(18)),
        Plate = PlateText.TryParse(r.TextOrNull(19), out var plate) ? plate : null,
        Confidence = (float)r.GetDouble(20),
        Late = r.GetInt64(21) == 1,
        HasPictures = r.GetInt64(22) == 1,
        PassedAt = r.Instant(23),
        CapturedAt = r.Instant(24),
        RaisedAt = r.Instant(25),
        Answered = ReadLook(r, 26),
        FirstLook = ReadLook(r, 27),
        Verdict = Word<LookVerdict>(r, 28),
        Confirmed = ReadLook(r, 29),
        Rejected = ReadLook(r, 30),
        RejectReason = Word<RejectReason>(r, 31),
        ExpiredAt = r.InstantOrNull(32),
        ClosedAt = r.InstantOrNull(33),
        ErasedAt = r.InstantOrNull(34),
        EntryPlate = PlateText.TryParse(r.TextOrNull(35), out var wanted) ? wanted : null,
        SupervisorAt = r.InstantOrNull(36),
        CommanderAt = r.InstantOrNull(37),
        SlowAt = r.InstantOrNull(38),
    };

    internal static string? Write(Look? look) => look is null ? null : JsonSerializer.Serialize(
        new LookRow(look.Account.ToString(), look.Session.ToString(), look.DisplayName, Micros.Of(look.At)), LookRowJson.Default.LookRow);

    private static AlertEntry ReadEntry(DbDataReader r) => new()
    {
        Id = EntryId.Parse(r.GetString(8)),
        Category = r.GetString(9),
        PermittedAction = r.GetString(10),
        LegalBasis = r.GetString(11),
        InstrumentNumber = r.GetString(12),
        IssuedBy = r.GetString(13),
        ExpiresAt = r.Instant(14),
        Vehicle = Word<VehicleClass>(r, 15),
        Colour = r.TextOrNull(16),
    };

    internal static Look? ReadLook(DbDataReader r, int column) =>
        r.TextOrNull(column) is { } json && JsonSerializer.Deserialize(json, LookRowJson.Default.LookRow) is { } row
            ? new(AccountId.Parse(row.Account), SessionId.Parse(row.Session), row.Name, Micros.ToInstant(row.At))
            : null;

    private static T? Word<T>(DbDataReader r, int column)
        where T : struct, Enum => r.TextOrNull(column) is { } word ? Enum.Parse<T>(word) : null;
}

internal sealed record LookRow(string Account, string Session, string Name, long At);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LookRow))]
internal sealed partial class LookRowJson : JsonSerializerContext;
