// In which order records leave the outbox: people wait for a hit that has just been, then for its wide picture; its
// further pictures come after the hits of last week, and a count waits for everything of today. Used by OutboxStore. Promises: a
// picture never before its hit, an officer's act never before the hits it may be about; however long the backlog, a look costs no
// more than it returns.
using Bawaba.Contracts;

namespace Bawaba.Gate.Outbox;

internal static class OutboxOrder
{
    private const string WithItsHitGone = "NOT EXISTS (SELECT 1 FROM record AS hit WHERE hit.sequence = record.waits_for)";

    // What an officer did is about a hit before it; of hits, only the first is looked for.
    private const string WithEarlierHitsGone = "NOT EXISTS (SELECT 1 FROM record AS hit WHERE hit.kind = 1 AND hit.sequence < record.sequence)";

    // Each a range of the index (kind, sequence).
    private static readonly string[] Backlog =
    [
        $"kind = 3 AND {WithEarlierHitsGone}",
        $"kind = 2 AND recorded_at >= @since AND {WithItsHitGone}",
        "kind = 1 AND recorded_at < @since",
        $"kind = 5 AND recorded_at >= @since AND {WithEarlierHitsGone}",
        "kind = 0",
        $"kind = 2 AND recorded_at < @since AND {WithItsHitGone}",
        $"kind = 5 AND recorded_at < @since AND {WithEarlierHitsGone}",
        "kind = 4",
    ];

    /// <summary>Hits recorded at or after the instant.</summary>
    internal static List<GateRecord> Live(OutboxStore store, long since, int most, long mostBytes) =>
        Take(store, ["kind = 1 AND recorded_at >= @since"], since, most, mostBytes);

    /// <summary>Everything but these.</summary>
    internal static List<GateRecord> Rest(OutboxStore store, long since, int most, long mostBytes) => Take(store, Backlog, since, most, mostBytes);

    private static List<GateRecord> Take(OutboxStore store, string[] classes, long since, int most, long mostBytes)
    {
        var records = new List<GateRecord>();
        long bytes = 0;
        foreach (var which in classes)
        {
            using var select = store.Connection.CreateCommand();
            select.CommandText = $"SELECT {OutboxRow.Columns} FROM record WHERE {which} ORDER BY sequence LIMIT @most";
            select.Parameters.AddWithValue("@since", since);
            select.Parameters.AddWithValue("@most", most - records.Count);
            using var reader = select.ExecuteReader();
            while (bytes < mostBytes && reader.Read())
            {
                var record = OutboxRow.Read(reader, store.Gate, store.Epoch);
                records.Add(record);
                bytes += OutboxRow.BytesOf(record);
            }
            if (bytes >= mostBytes || records.Count == most)
                return records;
        }
        return records;
    }
}
