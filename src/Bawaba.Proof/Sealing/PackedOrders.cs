// A gate's orders as bytes that can be sealed: JSON, packed. Read again with a limit, for who unpacks what somebody else packed.
using System.IO.Compression;
using System.Text.Json;
using Bawaba.Contracts;

namespace Bawaba.Proof.Sealing;

/// <summary>Orders, packed; without people, decisions and keys, which do not belong on a disk or a stick.</summary>
public static class PackedOrders
{
    /// <summary>Ten thousand entries with their approvals are about 5 MB of JSON.</summary>
    private const int MostBytes = 64 << 20;

    /// <summary>Bound into the seal of a list that is carried to a gate.</summary>
    public static string CarriedTo(GateId gate) => $"bawaba list carried to {gate}";

    /// <summary>What <see cref="SealingKey.From"/> makes a carried list's key for.</summary>
    public const string CarriedPurpose = "bawaba list carried";

    public static byte[] Pack(GateOrders orders)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(brotli, orders with { Officers = [], Decisions = [], ListKey = null }, ContractsJson.Default.GateOrders);
        return packed.ToArray();
    }

    /// <summary>Unpacks.</summary>
    /// <exception cref="InvalidDataException">It is no list, or longer than one can be.</exception>
    public static GateOrders Unpack(byte[] packed)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var buffer = new byte[64 << 10];
            while (brotli.Read(buffer) is > 0 and var read)
            {
                if (plain.Length + read > MostBytes)
                    throw new InvalidDataException("the list is longer than one can be");
                plain.Write(buffer, 0, read);
            }
            return JsonSerializer.Deserialize(plain.GetBuffer().AsSpan(0, (int)plain.Length), ContractsJson.Default.GateOrders) ?? throw new InvalidDataException("the list is empty");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("the list cannot be read", e);
        }
    }
}
