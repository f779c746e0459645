// Statements on what has been delivered: the key that makes delivery exactly once, and what came under it.
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

    /// <summary>The hashes of a block; null for one that is not kept.</summary>
    internal static byte[]? Hashes(DbConnection connection, GateId gate, long epoch, long block) => connection.First(
        "SELECT hashes FROM intake_hash WHERE gate = @gate AND epoch = @epoch AND block = @block",
        r => r.Bytes(0),
        ("@gate", gate.Value), ("@epoch", epoch), ("@block", block));

    internal static long HashBlocks(DbConnection connection, GateId gate, long epoch) => connection.First(
        "SELECT count(*) FROM intake_hash WHERE gate = @gate AND epoch = @epoch",
        r => r.GetInt64(0),
        ("@gate", gate.Value), ("@epoch", epoch));

    internal static void PutHashes(DbConnection connection, GateId gate, long epoch, long block, long touched, byte[] hashes) => connection.Run("""
        INSERT INTO intake_hash (gate, epoch, block, touched, hashes) VALUES (@gate, @epoch, @block, @touched, @hashes)
        ON CONFLICT (gate, epoch, block) DO UPDATE SET touched = excluded.touched, hashes = excluded.hashes
        """,
        ("@gate", gate.Value), ("@epoch", epoch), ("@block", block), ("@touched", touched), ("@hashes", hashes));

    /// <summary>Keeps the blocks touched last.</summary>
    internal static void ForgetHashes(DbConnection connection, GateId gate, long epoch, int kept) => connection.Run("""
        DELETE FROM intake_hash WHERE gate = @gate AND epoch = @epoch AND block NOT IN (
            SELECT block FROM intake_hash WHERE gate = @gate AND epoch = @epoch ORDER BY touched DESC, block DESC LIMIT @kept)
        """,
        ("@gate", gate.Value), ("@epoch", epoch), ("@kept", kept));

    /// <summary>Keeps the newest lives of a gate's outbox.</summary>
    internal static void ForgetEpochs(DbConnection connection, GateId gate, int kept) => connection.Run("""
        DELETE FROM intake_hash WHERE gate = @gate AND epoch NOT IN (
            SELECT DISTINCT epoch FROM intake_hash WHERE gate = @gate ORDER BY epoch DESC LIMIT @kept)
        """,
        ("@gate", gate.Value), ("@kept", kept));
}
