// The hash under which a document is approved: SHA-256 over canonical CBOR (RFC 8949, 4.2.1) of its fields under numbers
// that never change, so that a field added later leaves every older hash as it is. Made by the center when somebody is asked
// to approve, and made again by each gate from what it was sent.
using System.Formats.Cbor;
using System.Security.Cryptography;
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;

namespace Bawaba.Proof.Approvals;

/// <summary>Hashes of documents that are approved.</summary>
public static class Leaf
{
    /// <summary>Bytes of one hash.</summary>
    public const int Bytes = 32;

    /// <summary>Of an entry as gates have it; what they do not see is in it by the hash of its detail.</summary>
    public static byte[] Of(ListEntry entry)
    {
        var origin = entry.Origin ?? throw new ArgumentException("the entry has no origin", nameof(entry));
        return Hash(SheetKind.Entry, fields =>
        {
            fields.Put(1, entry.Id.Value);
            fields.Put(2, entry.Plate.Visual);
            fields.Put(3, entry.Category);
            fields.Put(4, entry.PermittedAction);
            fields.Put(5, entry.ExpiresAt);
            fields.Put(6, entry.Vehicle?.ToString());
            fields.Put(7, entry.Colour);
            fields.Put(8, origin.Requester);
            fields.Put(9, origin.RequesterChain);
            fields.Put(10, [.. origin.Gates.Select(g => g.Value)]);
            fields.Put(11, origin.Detail);
        });
    }

    /// <summary>Of an activation order as gates have it.</summary>
    public static byte[] Of(ActivationSlice order)
    {
        var origin = order.Origin ?? throw new ArgumentException("the order has no origin", nameof(order));
        return Hash(SheetKind.Order, fields =>
        {
            fields.Put(1, order.Id.Value);
            fields.Put(2, order.FromAt);
            fields.Put(3, order.UntilAt);
            fields.Put(4, order.Categories);
            if (order.Hours is { } hours)
            {
                fields.Put(5, hours.FromMinute);
                fields.Put(6, hours.UntilMinute);
                fields.Put(7, hours.Zone);
            }
            fields.Put(8, origin.Requester);
            fields.Put(9, [.. origin.Gates.Select(g => g.Value)]);
            fields.Put(10, origin.InstrumentNumber);
            fields.Put(11, origin.Detail);
        });
    }

    /// <summary>Of a retention or recording order as gates have it. Its kind is in the first field: an approved activation order is never one of these.</summary>
    public static byte[] Of(KeepingSlice order)
    {
        var origin = order.Origin ?? throw new ArgumentException("the order has no origin", nameof(order));
        return Hash($"{order.Kind}-{SheetKind.Order}", fields =>
        {
            fields.Put(1, order.Id.Value);
            fields.Put(2, order.FromAt);
            fields.Put(3, order.UntilAt);
            if (order.Hours is { } hours)
            {
                fields.Put(5, hours.FromMinute);
                fields.Put(6, hours.UntilMinute);
                fields.Put(7, hours.Zone);
            }
            fields.Put(8, origin.Requester);
            fields.Put(9, [.. origin.Gates.Select(g => g.Value)]);
            fields.Put(10, origin.InstrumentNumber);
            fields.Put(11, origin.Detail);
        });
    }

    /// <summary>Of a key ring, without who agreed to it.</summary>
    public static byte[] Of(KeyRing ring) => Hash(SheetKind.KeyRing, fields =>
    {
        fields.Put(1, ring.Number);
        fields.Put(2, ring.Host);
        var next = 3;
        foreach (var key in ring.Keys)
            fields.Put(next++, [key.Credential, key.Point, key.Account, key.Office, key.Chain]);
    });

    /// <summary>Of anything else that has texts under numbers: what gates do not see of a document, and what only the center asks for.</summary>
    public static byte[] Of(string kind, IEnumerable<(int Number, string? Text)> texts) => Hash(kind, fields =>
    {
        foreach (var (number, text) in texts)
            fields.Put(number, text);
    });

    private static byte[] Hash(string kind, Action<LeafFields> fill)
    {
        var fields = new LeafFields();
        fields.Put(0, $"bawaba {kind} 1");
        fill(fields);
        return SHA256.HashData(fields.Encode());
    }

    // Canonical CBOR wants a map's length first and its keys in order: fields are gathered, then written.
    private sealed class LeafFields
    {
        private readonly SortedDictionary<int, Action<CborWriter>> _fields = [];

        internal void Put(int number, string? text)
        {
            if (text is not null)
                _fields[number] = w => w.WriteTextString(text);
        }

        internal void Put(int number, int value) => _fields[number] = w => w.WriteInt32(value);

        /// <summary>Microseconds since 1970, UTC: what both stores and JSON keep without loss.</summary>
        internal void Put(int number, DateTimeOffset at) => _fields[number] = w => w.WriteInt64((at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);

        internal void Put(int number, IReadOnlyList<string> texts) => _fields[number] = w =>
        {
            w.WriteStartArray(texts.Count);
            foreach (var text in texts)
                w.WriteTextString(text);
            w.WriteEndArray();
        };

        internal byte[] Encode()
        {
            var writer = new CborWriter(CborConformanceMode.Canonical);
            writer.WriteStartMap(_fields.Count);
            foreach (var (number, write) in _fields)
            {
                writer.WriteInt32(number);
                write(writer);
            }
            writer.WriteEndMap();
            return writer.Encode();
        }
    }
}
