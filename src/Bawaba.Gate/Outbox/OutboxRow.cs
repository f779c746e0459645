// One row of the outbox: how a record is written down and read again. Used by OutboxStore.
using System.Text.Json;
using Bawaba.Contracts;
using Microsoft.Data.Sqlite;

namespace Bawaba.Gate.Outbox;

internal static class OutboxRow
{
    private const int PackedBytes = 64;
    private const int BodyBytes = 500;
    internal const string Columns = "sequence, recorded_at, kind, body, crop, overview";

    internal static RecordKind KindOf(OutboxItem item) => item switch
    {
        { Hit: not null } => RecordKind.Hit,
        { Act: not null } => RecordKind.Act,
        { Frames: not null } => RecordKind.Frames,
        _ => RecordKind.Count,
    };

    internal static byte[] BodyOf(OutboxItem item) => item switch
    {
        { Hit: { } hit } => JsonSerializer.SerializeToUtf8Bytes(hit, ContractsJson.Default.Hit),
        { Act: { } act } => JsonSerializer.SerializeToUtf8Bytes(act, ContractsJson.Default.OfficerAct),
        { Frames: { } frames } => JsonSerializer.SerializeToUtf8Bytes(frames, ContractsJson.Default.HitFrames),
        _ => JsonSerializer.SerializeToUtf8Bytes(item.Count!, ContractsJson.Default.PassageCount),
    };

    // The picture itself stands in its own column.
    internal static byte[] OverviewBodyOf(Hit hit) => JsonSerializer.SerializeToUtf8Bytes(
        new HitOverview { Passage = hit.Passage, Entry = hit.Entry, Revision = hit.Revision, Jpeg = [] }, ContractsJson.Default.HitOverview);

    internal static GateRecord Read(SqliteDataReader reader, GateId gate, long epoch)
    {
        var kind = (RecordKind)reader.GetInt32(2);
        var body = reader.GetFieldValue<byte[]>(3);
        var record = new GateRecord
        {
            Key = new(gate, epoch, reader.GetInt64(0)),
            RecordedAt = DateTimeOffset.UnixEpoch.AddMicroseconds(reader.GetInt64(1)),
        };
        return kind switch
        {
            RecordKind.Hit => record with { Hit = JsonSerializer.Deserialize(body, ContractsJson.Default.Hit), Pictures = PicturesIn(reader) },
            RecordKind.Act => record with { Act = JsonSerializer.Deserialize(body, ContractsJson.Default.OfficerAct) },
            RecordKind.Overview => record with { Overview = JsonSerializer.Deserialize(body, ContractsJson.Default.HitOverview)! with { Jpeg = reader.GetFieldValue<byte[]>(5) } },
            RecordKind.Frames => record with { Frames = JsonSerializer.Deserialize(body, ContractsJson.Default.HitFrames) },
            RecordKind.GivenUp => record with { IsGivenUp = true },
            _ => record with { Count = JsonSerializer.Deserialize(body, ContractsJson.Default.PassageCount) },
        };
    }

    /// <summary>About what a record costs on the road: pictures do not pack, hundreds of counts in one batch do.</summary>
    internal static long BytesOf(GateRecord record) =>
        (record.Count is not null || record.IsGivenUp ? PackedBytes : BodyBytes) + (record.Pictures?.CropJpeg.Length ?? 0) + (record.Pictures?.OverviewJpeg?.Length ?? 0) + (record.Overview?.Jpeg.Length ?? 0)
        + (record.Frames?.Frames.Sum(f => f.Jpeg.Length) ?? 0);

    // An outbox of an earlier version kept both pictures in the row of the hit.
    private static EvidencePictures? PicturesIn(SqliteDataReader reader) => reader.IsDBNull(4)
        ? null
        : new() { CropJpeg = reader.GetFieldValue<byte[]>(4), OverviewJpeg = reader.IsDBNull(5) ? null : reader.GetFieldValue<byte[]>(5) };
}
