// What the last keys of an outbox held. Used by CenterLink inside its transaction, for the records of one epoch. Promises:
// a record that comes again is told from another record under its key, for all keys of the last 600 blocks; a key from before
// those, of an outbox that has been heard for longer, is another record's too, for a gate offers again only what it sent last.
using System.Buffers.Binary;
using System.Data.Common;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Intake;

internal sealed class KeptHashes
{
    internal const int PerBlock = 256;

    // More than a batch has records: hits of weeks lie far apart, and a batch whose answer was lost must be known whole.
    internal const int MaxBlocks = 600;
    private const int Slack = 64;
    private const int MaxEpochs = 4;
    private readonly GateId _gate;
    private readonly long _epoch;
    private readonly Dictionary<long, byte[]> _blocks;
    private readonly HashSet<long> _known;
    private readonly HashSet<long> _changed = [];
    private readonly long _kept;

    private KeptHashes(GateId gate, long epoch, Dictionary<long, byte[]> blocks, long kept)
    {
        (_gate, _epoch, _blocks) = (gate, epoch, blocks);
        _known = [.. blocks.Keys];
        _kept = kept;
    }

    internal static KeptHashes Read(DbConnection connection, GateId gate, long epoch, IEnumerable<long> sequences)
    {
        var blocks = new Dictionary<long, byte[]>();
        foreach (var block in sequences.Select(s => s / PerBlock).Distinct().Order())
        {
            if (IntakeSql.Hashes(connection, gate, epoch, block) is { Length: PerBlock * sizeof(long) } hashes)
                blocks[block] = hashes;
        }
        return new(gate, epoch, blocks, IntakeSql.HashBlocks(connection, gate, epoch));
    }

    /// <summary>For a key that is used already: true when what came under it then was another record.</summary>
    internal bool IsAnother(long sequence, long hash)
    {
        if (!_blocks.TryGetValue(sequence / PerBlock, out var hashes))
            return _kept >= MaxBlocks;
        // 0: it came before hashes were kept.
        return BinaryPrimitives.ReadInt64LittleEndian(At(hashes, sequence)) is not 0 and var known && known != hash;
    }

    /// <summary>What came under a key that was free.</summary>
    internal void Put(long sequence, long hash)
    {
        var block = sequence / PerBlock;
        if (!_blocks.TryGetValue(block, out var hashes))
            _blocks[block] = hashes = new byte[PerBlock * sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(At(hashes, sequence), hash);
        _changed.Add(block);
    }

    internal void Write(DbConnection connection, DateTimeOffset now)
    {
        foreach (var block in _changed.Order())
            IntakeSql.PutHashes(connection, _gate, _epoch, block, Micros.Of(now), _blocks[block]);
        if (_kept + _changed.Count(block => !_known.Contains(block)) > MaxBlocks + Slack)
            IntakeSql.ForgetHashes(connection, _gate, _epoch, MaxBlocks);
        if (_kept == 0)
            IntakeSql.ForgetEpochs(connection, _gate, MaxEpochs);
    }

    private static Span<byte> At(byte[] hashes, long sequence) => hashes.AsSpan((int)(sequence % PerBlock) * sizeof(long), sizeof(long));
}
