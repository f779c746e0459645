// Turns pictures into RTP packets inside a TCP connection: RFC 6184 (single units and FU-A fragments), RFC 3550
// (header, sender report), RFC 2326 section 10.12 (interleaved). One a client: it keeps sequence and counts.
using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Bawaba.Simulator.Cameras;

internal sealed class RtpPacketizer(uint source, ushort firstSequence, uint firstStamp, byte channel)
{
    internal const int PayloadType = 96;
    internal const int ClockHz = 90_000;
    private const int MaxPayload = 1400;
    private const int HeaderBytes = 12;
    private const byte FragmentType = 28;
    private static readonly byte[] CanonicalName = Encoding.ASCII.GetBytes("camera@bawaba");

    // Seconds between 1900, where NTP counts from, and 1970.
    private const long NtpEpochSeconds = 2_208_988_800;
    private ushort _sequence = firstSequence;
    private uint _packets;
    private uint _octets;

    internal ushort NextSequence => _sequence;

    internal uint StampOf(TimeSpan offset) => unchecked(firstStamp + (uint)(offset.Ticks * ClockHz / TimeSpan.TicksPerSecond));

    /// <summary>All packets of a picture, the last one marked.</summary>
    internal void Write(IBufferWriter<byte> output, IReadOnlyList<ReadOnlyMemory<byte>> units, TimeSpan offset)
    {
        var stamp = StampOf(offset);
        for (var i = 0; i < units.Count; i++)
            WriteUnit(output, units[i].Span, stamp, isLast: i == units.Count - 1);
    }

    /// <summary>A sender report that ties the film's clock to the wall clock, and the sender's name.</summary>
    internal void WriteReport(IBufferWriter<byte> output, TimeSpan offset, DateTimeOffset now)
    {
        const int ReportBytes = 28;
        var description = 8 + ((2 + CanonicalName.Length + 1 + 3) & ~3);
        var packet = Interleave(output, (byte)(channel + 1), ReportBytes + description);
        packet.Clear();
        packet[0] = 0x80;
        packet[1] = 200;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ReportBytes / 4) - 1);
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], source);
        var ticks = (now - DateTimeOffset.UnixEpoch).Ticks;
        BinaryPrimitives.WriteUInt32BigEndian(packet[8..], unchecked((uint)((ticks / TimeSpan.TicksPerSecond) + NtpEpochSeconds)));
        BinaryPrimitives.WriteUInt32BigEndian(packet[12..], (uint)(((ulong)(ticks % TimeSpan.TicksPerSecond) << 32) / TimeSpan.TicksPerSecond));
        BinaryPrimitives.WriteUInt32BigEndian(packet[16..], StampOf(offset));
        BinaryPrimitives.WriteUInt32BigEndian(packet[20..], _packets);
        BinaryPrimitives.WriteUInt32BigEndian(packet[24..], _octets);
        packet = packet[ReportBytes..];
        packet[0] = 0x81;
        packet[1] = 202;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ushort)((description / 4) - 1));
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], source);
        packet[8] = 1;
        packet[9] = (byte)CanonicalName.Length;
        CanonicalName.CopyTo(packet[10..]);
        output.Advance(4 + ReportBytes + description);
    }

    private void WriteUnit(IBufferWriter<byte> output, ReadOnlySpan<byte> unit, uint stamp, bool isLast)
    {
        if (unit.Length <= MaxPayload)
        {
            unit.CopyTo(Packet(output, unit.Length, stamp, isLast));
            output.Advance(4 + HeaderBytes + unit.Length);
            return;
        }
        var indicator = (byte)((unit[0] & 0xE0) | FragmentType);
        var type = (byte)(unit[0] & 0x1F);
        var rest = unit[1..];
        for (var first = true; rest.Length > 0; first = false)
        {
            var take = Math.Min(rest.Length, MaxPayload - 2);
            var ends = take == rest.Length;
            var payload = Packet(output, take + 2, stamp, isLast && ends);
            payload[0] = indicator;
            payload[1] = (byte)(type | (first ? 0x80 : 0) | (ends ? 0x40 : 0));
            rest[..take].CopyTo(payload[2..]);
            output.Advance(4 + HeaderBytes + take + 2);
            rest = rest[take..];
        }
    }

    private Span<byte> Packet(IBufferWriter<byte> output, int payloadBytes, uint stamp, bool marked)
    {
        var packet = Interleave(output, channel, HeaderBytes + payloadBytes);
        packet[0] = 0x80;
        packet[1] = (byte)(PayloadType | (marked ? 0x80 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], unchecked(_sequence++));
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], stamp);
        BinaryPrimitives.WriteUInt32BigEndian(packet[8..], source);
        unchecked
        {
            _packets++;
            _octets += (uint)payloadBytes;
        }
        return packet.Slice(HeaderBytes, payloadBytes);
    }

    private static Span<byte> Interleave(IBufferWriter<byte> output, byte channel, int bytes)
    {
        var span = output.GetSpan(4 + bytes);
        span[0] = (byte)'$';
        span[1] = channel;
        BinaryPrimitives.WriteUInt16BigEndian(span[2..], (ushort)bytes);
        return span.Slice(4, bytes);
    }
}
