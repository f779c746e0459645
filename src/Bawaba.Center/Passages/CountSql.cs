// Statements on counts.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Passages;

internal static class CountSql
{
    /// <summary>Adds to the counts; each key once.</summary>
    internal static void Add(DbConnection connection, GateId gate, IReadOnlyList<KeyValuePair<CountKey, int>> counts)
    {
        if (counts.Count == 0)
            return;
        if (connection.IsPostgres())
        {
            AddAtOnce(connection, gate, counts);
            return;
        }
        foreach (var (key, passages) in counts)
            Add(connection, gate, key, passages);
    }

    // One statement whatever the batch: each trip to a server costs more than a row.
    private static void AddAtOnce(DbConnection connection, GateId gate, IReadOnlyList<KeyValuePair<CountKey, int>> counts) => connection.Run("""
        INSERT INTO passage_count (gate, minute_at, lane, direction, vehicle, outcome, passages)
        SELECT @gate, * FROM unnest(@minutes, @lanes, @directions, @vehicles, @outcomes, @passages)
        ON CONFLICT (gate, minute_at, lane, direction, vehicle, outcome)
        DO UPDATE SET passages = passage_count.passages + excluded.passages
        """,
        ("@gate", gate.Value),
        ("@minutes", counts.Select(c => c.Key.MinuteAt).ToArray()), ("@lanes", counts.Select(c => c.Key.Lane.Value).ToArray()),
        ("@directions", counts.Select(c => (long)c.Key.Direction).ToArray()), ("@vehicles", counts.Select(c => (long)c.Key.Vehicle).ToArray()),
        ("@outcomes", counts.Select(c => (long)c.Key.Outcome).ToArray()), ("@passages", counts.Select(c => (long)c.Value).ToArray()));

    private static void Add(DbConnection connection, GateId gate, CountKey key, long passages) => connection.Run("""
        INSERT INTO passage_count (gate, minute_at, lane, direction, vehicle, outcome, passages)
        VALUES (@gate, @minute, @lane, @direction, @vehicle, @outcome, @passages)
        ON CONFLICT (gate, minute_at, lane, direction, vehicle, outcome)
        DO UPDATE SET passages = passage_count.passages + excluded.passages
        """,
        ("@gate", gate.Value), ("@minute", key.MinuteAt), ("@lane", key.Lane.Value), ("@direction", (long)key.Direction),
        ("@vehicle", (long)key.Vehicle), ("@outcome", (long)key.Outcome), ("@passages", passages));

    // minute_at - minute_at % step: integer arithmetic is the same in both databases.
    internal static List<PassageSum> Sums(DbConnection connection, Scope scope, CountQuery query) => connection.Rows(
        $"""
        SELECT minute_at - minute_at % @step AS step_at, gate, lane, direction, vehicle, outcome, sum(passages)
        FROM passage_count
        WHERE minute_at >= @from AND minute_at < @until AND (@gate = '' OR gate = @gate) AND {Scope.OfGate("gate")}
        GROUP BY step_at, gate, lane, direction, vehicle, outcome
        ORDER BY step_at, gate, lane, direction, vehicle, outcome
        """,
        r => new PassageSum
        {
            FromAt = r.Instant(0),
            Gate = GateId.Parse(r.GetString(1)),
            Lane = LaneId.Parse(r.GetString(2)),
            Direction = (Direction)r.GetInt64(3),
            Vehicle = (VehicleClass)r.GetInt64(4),
            Outcome = (PlateOutcome)r.GetInt64(5),
            Passages = r.GetInt64(6),
        },
        ("@step", query.StepMinutes * Micros.PerMinute), ("@from", MinuteOf(query.FromAt)), ("@until", query.UntilAt),
        ("@gate", query.Gate?.Value ?? ""), scope.Parameter);

    /// <summary>The number of rows erased; on PostgreSQL whole days are dropped with their partition.</summary>
    internal static long EraseBefore(DbConnection connection, DateTimeOffset at) => connection.IsPostgres()
        ? connection.First("SELECT passage_count_erase(@at)", r => r.GetInt64(0), ("@at", at))
        : connection.Run("DELETE FROM passage_count WHERE minute_at < @at", ("@at", at));

    /// <summary>Makes the partitions of the day and those after it where the database has any; how many were new.</summary>
    internal static int PrepareDays(DbConnection connection, DateTimeOffset from, int days) => connection.IsPostgres()
        ? connection.First("SELECT passage_count_days(@from, @days)", r => r.GetInt32(0), ("@from", from), ("@days", days))
        : 0;

    internal static long MinuteOf(DateTimeOffset at)
    {
        var micros = Micros.Of(at);
        return micros - (((micros % Micros.PerMinute) + Micros.PerMinute) % Micros.PerMinute);
    }
}
