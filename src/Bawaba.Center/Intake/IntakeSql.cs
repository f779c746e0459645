// Statements on what has been delivered: the key that makes delivery exactly once.
using System.Data.Common;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Intake;

internal static class IntakeSql
{
    /// <summary>Every sequence up to this one is stored; 0 for an outbox never heard of.</summary>
    internal static long Mark(DbConnection connection, GateId gate, long epoch) => connection.First(
        "SELECT up_to FROM intake_mark WHERE gate = @gate AND epoch = @epoch",
        r => r.GetInt64(0),
        ("@gate", gate.Value), ("@epoch", epoch));

    internal static void SetMark(DbConnection connection, GateId gate, long epoch, long upTo) => connection.Run("""
        INSERT INTO intake_mark (gate, epoch, up_to) VALUES (@gate, @epoch, @upTo)
        ON CONFLICT (gate, epoch) DO UPDATE SET up_to = excluded.up_to
        """,
        ("@gate", gate.Value), ("@epoch", epoch), ("@upTo", upTo));

    /// <summary>Stored sequences from–to, in order.</summary>
    internal static List<long> Stored(DbConnection connection, GateId gate, long epoch, long from, long to) => connection.Rows("""
        SELECT sequence FROM intake_record
        WHERE gate = @gate AND epoch = @epoch AND sequence >= @from AND sequence <= @to ORDER BY sequence
        """,
        r => r.GetInt64(0),
        ("@gate", gate.Value), ("@epoch", epoch), ("@from", from), ("@to", to));

    internal static void Insert(DbConnection connection, GateId gate, long epoch, long[] sequences)
    {
        if (sequences.Length == 0)
            return;
        if (connection.IsPostgres())
        {
            connection.Run(
                "INSERT INTO intake_record (gate, epoch, sequence) SELECT @gate, @epoch, unnest(@sequences)",
                ("@gate", gate.Value), ("@epoch", epoch), ("@sequences", sequences));
            return;
        }
        foreach (var sequence in sequences)
        {
            connection.Run(
                "INSERT INTO intake_record (gate, epoch, sequence) VALUES (@gate, @epoch, @sequence)",
                ("@gate", gate.Value), ("@epoch", epoch), ("@sequence", sequence));
        }
    }

    internal static void Forget(DbConnection connection, GateId gate, long epoch, long upTo) => connection.Run(
        "DELETE FROM intake_record WHERE gate = @gate AND epoch = @epoch AND sequence <= @upTo",
        ("@gate", gate.Value), ("@epoch", epoch), ("@upTo", upTo));
}
