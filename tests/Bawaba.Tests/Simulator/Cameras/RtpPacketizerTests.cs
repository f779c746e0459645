using System.Buffers;
using System.Buffers.Binary;
using Bawaba.Simulator.Cameras;

namespace Bawaba.Tests.Simulator.Cameras;

public sealed class RtpPacketizerTests
{
    private readonly RtpPacketizer _packets = new(source: 0xABCD, firstSequence: 65_534, firstStamp: 1000, channel: 2);
    private readonly ArrayBufferWriter<byte> _output = new();

    [Fact]
    public void A_picture_larger_than_a_packet_comes_back_whole_from_its_fragments()
    {
        var unit = CodedPictures.Key(5000);
        _packets.Write(_output, [unit], TimeSpan.Zero);

        var fragments = Packets();
        Assert.Equal(4, fragments.Count);
        Assert.All(fragments, f => Assert.Equal(28, f[12] & 0x1F));
        Assert.Equal([0x85, 0x05, 0x05, 0x45], fragments.Select(f => (int)f[13]));
        byte[] header = [(byte)((fragments[0][12] & 0xE0) | (fragments[0][13] & 0x1F))];
        Assert.Equal(unit, header.Concat(fragments.SelectMany(f => f[14..])));
    }

    [Fact]
    public void The_last_packet_of_a_picture_alone_is_marked_and_the_sequence_goes_on_past_its_end()
    {
        _packets.Write(_output, [CodedPictures.Sps, CodedPictures.Pps, CodedPictures.Key()], TimeSpan.Zero);

        var packets = Packets();
        Assert.Equal([false, false, true], packets.Select(p => (p[1] & 0x80) != 0));
        Assert.Equal([65_534, 65_535, 0], packets.Select(p => (int)BinaryPrimitives.ReadUInt16BigEndian(p.AsSpan(2))));
    }

    [Fact]
    public void Stamps_count_at_ninety_kilohertz_from_the_first()
    {
        _packets.Write(_output, [CodedPictures.Key()], TimeSpan.FromMilliseconds(40));

        Assert.Equal(1000u + 3600, BinaryPrimitives.ReadUInt32BigEndian(Assert.Single(Packets()).AsSpan(4)));
    }

    [Fact]
    public void A_report_ties_the_stamp_to_the_wall_clock_and_counts_what_was_sent()
    {
        _packets.Write(_output, [CodedPictures.Key(40), CodedPictures.Other(18)], TimeSpan.Zero);
        _output.ResetWrittenCount();
        _packets.WriteReport(_output, TimeSpan.FromSeconds(2), DateTimeOffset.UnixEpoch.AddSeconds(0.5));

        var report = Assert.Single(Packets(channel: 3));
        Assert.Equal(2_208_988_800u, BinaryPrimitives.ReadUInt32BigEndian(report.AsSpan(8)));
        Assert.Equal(0x8000_0000u, BinaryPrimitives.ReadUInt32BigEndian(report.AsSpan(12)));
        Assert.Equal(1000u + 180_000, BinaryPrimitives.ReadUInt32BigEndian(report.AsSpan(16)));
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(report.AsSpan(20)));
        Assert.Equal(62u, BinaryPrimitives.ReadUInt32BigEndian(report.AsSpan(24)));
        Assert.Equal(0, report.Length % 4);
    }

    private List<byte[]> Packets(byte channel = 2)
    {
        var rest = _output.WrittenSpan;
        var packets = new List<byte[]>();
        while (rest.Length > 0)
        {
            Assert.Equal((byte)'$', rest[0]);
            Assert.Equal(channel, rest[1]);
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            packets.Add(rest.Slice(4, length).ToArray());
            rest = rest[(4 + length)..];
        }
        return packets;
    }
}
