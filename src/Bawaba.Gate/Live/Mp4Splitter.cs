// Cuts ffmpeg's fragmented MP4 into pieces: the head (ftyp, moov), then one piece a moof with its mdat. Used by LiveCamera.
// Promises: whatever comes, no more than a piece is held; what is no fragmented H.264 MP4 is an InvalidDataException.
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using Bawaba.Contracts.Video;

namespace Bawaba.Gate.Live;

internal static class Mp4Splitter
{
    private const int BoxHeaderBytes = 8;

    internal static async IAsyncEnumerable<VideoPart> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        byte[]? before = null;
        while (await BoxAsync(stream, cancellation).ConfigureAwait(false) is { } box)
        {
            switch (TypeOf(box))
            {
                case "ftyp" or "moof":
                    before = box;
                    break;
                case "moov" when before is not null && TypeOf(before) == "ftyp":
                    yield return new() { Kind = VideoPartKind.Head, Bytes = [.. before, .. box], Codec = CodecOf(box) };
                    before = null;
                    break;
                case "mdat" when before is not null && TypeOf(before) == "moof":
                    yield return new() { Kind = BeginsWithKey(before) ? VideoPartKind.Key : VideoPartKind.Fragment, Bytes = [.. before, .. box] };
                    before = null;
                    break;
                default:
                    // mfra, styp, sidx: nothing a browser needs.
                    break;
            }
        }
    }

    private static string TypeOf(byte[] box) => System.Text.Encoding.ASCII.GetString(box, 4, 4);

    private static async Task<byte[]?> BoxAsync(Stream stream, CancellationToken cancellation)
    {
        var header = new byte[BoxHeaderBytes];
        if (await stream.ReadAtLeastAsync(header, BoxHeaderBytes, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) < BoxHeaderBytes)
            return null;
        var size = BinaryPrimitives.ReadUInt32BigEndian(header);
        if (size is < BoxHeaderBytes or > VideoPart.MaxBytes / 2)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"a box of {size} bytes"));
        var box = new byte[size];
        header.CopyTo(box, 0);
        await stream.ReadExactlyAsync(box.AsMemory(BoxHeaderBytes), cancellation).ConfigureAwait(false);
        return box;
    }

    // avcC holds profile, compatibility and level in its second to fourth byte.
    private static string CodecOf(byte[] moov)
    {
        var at = moov.AsSpan().IndexOf("avcC"u8);
        if (at < 0 || at + 8 > moov.Length)
            throw new InvalidDataException("the stream is not H.264");
        return string.Create(CultureInfo.InvariantCulture, $"avc1.{moov[at + 5]:x2}{moov[at + 6]:x2}{moov[at + 7]:x2}");
    }

    // ISO 14496-12: a sample is a key where sample_is_non_sync_sample is not set, in the run's first flags or the header's default.
    private static bool BeginsWithKey(byte[] moof)
    {
        const uint NonSync = 0x0001_0000;
        return (FirstSampleFlags(moof) ?? DefaultSampleFlags(moof) ?? NonSync) is var flags && (flags & NonSync) == 0;
    }

    private static uint? FirstSampleFlags(byte[] moof)
    {
        const uint DataOffset = 0x1, First = 0x4, Duration = 0x100, Size = 0x200, Flags = 0x400;
        if (Body(moof, "trun"u8) is not { Length: >= 8 } run)
            return null;
        var has = BinaryPrimitives.ReadUInt32BigEndian(run) & 0xFF_FFFF;
        var at = 8 + ((has & DataOffset) != 0 ? 4 : 0);
        if ((has & First) != 0)
            return Word(run, at);
        if ((has & Flags) == 0)
            return null;
        return Word(run, at + ((has & Duration) != 0 ? 4 : 0) + ((has & Size) != 0 ? 4 : 0));
    }

    private static uint? DefaultSampleFlags(byte[] moof)
    {
        const uint BaseOffset = 0x1, Description = 0x2, Duration = 0x8, Size = 0x10, Flags = 0x20;
        if (Body(moof, "tfhd"u8) is not { Length: >= 8 } header)
            return null;
        var has = BinaryPrimitives.ReadUInt32BigEndian(header) & 0xFF_FFFF;
        if ((has & Flags) == 0)
            return null;
        return Word(header, 8 + ((has & BaseOffset) != 0 ? 8 : 0) + ((has & Description) != 0 ? 4 : 0) + ((has & Duration) != 0 ? 4 : 0) + ((has & Size) != 0 ? 4 : 0));
    }

    private static uint? Word(byte[] bytes, int at) => at + 4 <= bytes.Length ? BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at)) : null;

    // The body of the first box of that type, after its type; moofs of one track are small and flat enough to search.
    private static byte[]? Body(byte[] moof, ReadOnlySpan<byte> type)
    {
        var at = moof.AsSpan().IndexOf(type);
        if (at < 4)
            return null;
        var size = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(moof.AsSpan(at - 4)), (uint)(moof.Length - at + 4));
        return size < BoxHeaderBytes ? null : moof[(at + 4)..(at - 4 + size)];
    }
}
