using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Bawaba.Contracts;

namespace Bawaba.Center.Intake;

/// <summary>Tells whether two records are the same: eight bytes of SHA-256 over their content, never 0.</summary>
internal static class RecordHash
{
    internal static long Of(GateRecord record)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(record, ContractsJson.Default.GateRecord), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash) is not 0 and var value ? value : 1;
    }
}
