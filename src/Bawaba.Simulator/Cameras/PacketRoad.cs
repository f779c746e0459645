// The way of one client's packets: inside its RTSP connection, or as UDP datagrams to the ports it named. Takes packets as
// RtpPacketizer writes them ("$", channel, length before each) and loses some where the camera is to lose some.
using System.Buffers;
using System.Buffers.Binary;

namespace Bawaba.Simulator.Cameras;

internal sealed class PacketRoad(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write, UdpPair? udp)
{
    private const int HeadBytes = 4;
    private const int LostEvery = 20;
    private readonly ArrayBufferWriter<byte> _kept = new();
    private long _packets;

    /// <summary>All packets of one picture.</summary>
    internal async ValueTask SendPicturesAsync(ReadOnlyMemory<byte> packets, bool loses, CancellationToken cancellation)
    {
        if (udp is null && !loses)
        {
            await write(packets, cancellation).ConfigureAwait(false);
            return;
        }
        _kept.ResetWrittenCount();
        while (packets.Length > 0)
        {
            var length = HeadBytes + BinaryPrimitives.ReadUInt16BigEndian(packets.Span[2..]);
            var packet = packets[..length];
            packets = packets[length..];
            if (loses && ++_packets % LostEvery == 0)
                continue;
            if (udp is null)
                _kept.Write(packet.Span);
            else
                await udp.SendPicturesAsync(packet[HeadBytes..], cancellation).ConfigureAwait(false);
        }
        if (_kept.WrittenCount > 0)
            await write(_kept.WrittenMemory, cancellation).ConfigureAwait(false);
    }

    internal ValueTask SendReportAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellation) =>
        udp is null ? write(packet, cancellation) : udp.SendReportAsync(packet[HeadBytes..], cancellation);
}
