using System.Buffers.Binary;
using System.Text;
using Bawaba.Contracts.Video;
using Bawaba.Gate.Live;

namespace Bawaba.Tests.Gate.Live;

public sealed class Mp4SplitterTests
{
    private const uint NonSync = 0x0101_0000;
    private const uint Sync = 0x0200_0000;

    [Fact]
    public async Task A_head_and_then_a_piece_a_fragment_with_its_keys_told()
    {
        var parts = await SplitAsync([.. Head(), .. FirstFlags(Sync), .. DefaultFlags(NonSync), .. SampleFlags(Sync), .. SampleFlags(NonSync), .. Box("mfra", 8)]);
        Assert.Equal([VideoPartKind.Head, VideoPartKind.Key, VideoPartKind.Fragment, VideoPartKind.Key, VideoPartKind.Fragment], parts.Select(p => p.Kind));
        Assert.Equal("avc1.64001f", parts[0].Codec);
    }

    [Fact]
    public async Task What_is_not_h264_is_said() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => SplitAsync([.. Box("ftyp", 8), .. Box("moov", 40)]));

    [Fact]
    public async Task A_box_without_end_is_refused_before_it_is_read() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => SplitAsync([0x7F, 0xFF, 0xFF, 0xFF, .. "mdat"u8]));

    [Fact]
    public async Task A_stream_cut_in_a_box_is_an_end_of_stream() =>
        await Assert.ThrowsAsync<EndOfStreamException>(() => SplitAsync([.. Head(), 0, 0, 0, 20, .. "moof"u8, 1]));

    private static async Task<List<VideoPart>> SplitAsync(byte[] bytes)
    {
        var parts = new List<VideoPart>();
        await foreach (var part in Mp4Splitter.ReadAsync(new MemoryStream(bytes), TestContext.Current.CancellationToken))
            parts.Add(part);
        return parts;
    }

    private static byte[] Head() => [.. Box("ftyp", 8), .. Box("moov", [.. Box("avcC", [1, 0x64, 0, 0x1f, 0xff])])];

    // trun: version and flags, count, [data offset], [first flags], then a sample's own.
    private static byte[] FirstFlags(uint flags) => Fragment([], [.. Word(0x5), .. Word(1), .. Word(0), .. Word(flags)]);

    private static byte[] SampleFlags(uint flags) => Fragment([], [.. Word(0x701), .. Word(1), .. Word(0), .. Word(10), .. Word(100), .. Word(flags)]);

    private static byte[] DefaultFlags(uint flags) => Fragment([.. Word(0x20), .. Word(1), .. Word(flags)], [.. Word(0x1), .. Word(1), .. Word(0)]);

    private static byte[] Fragment(byte[] header, byte[] run) =>
        [.. Box("moof", [.. Box("tfhd", header.Length > 0 ? header : [.. Word(0), .. Word(1)]), .. Box("trun", run)]), .. Box("mdat", 4)];

    private static byte[] Box(string type, int bodyBytes) => Box(type, new byte[bodyBytes]);

    private static byte[] Box(string type, byte[] body) => [.. Word((uint)body.Length + 8), .. Encoding.ASCII.GetBytes(type), .. body];

    private static byte[] Word(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
