using Bawaba.Simulator.Cameras;
using CsCheck;

namespace Bawaba.Tests.Simulator.Cameras;

public sealed class AnnexBReaderTests
{
    [Fact]
    public async Task Parameter_sets_belong_to_the_picture_behind_them()
    {
        var pictures = await ReadAsync(CodedPictures.Stream(CodedPictures.Other(), CodedPictures.Sps, CodedPictures.Pps, CodedPictures.Key()), 4096);

        Assert.Equal([1, 3], pictures.Select(p => p.Units.Count));
        Assert.False(pictures[0].IsKey);
        Assert.True(pictures[1].IsKey);
    }

    [Fact]
    public async Task Slices_of_one_picture_stay_together()
    {
        byte[] second = [0x41, 0x40, 1, 2, 3];
        var pictures = await ReadAsync(CodedPictures.Stream(CodedPictures.Other(), second, CodedPictures.Other()), 4096);

        Assert.Equal([2, 1], pictures.Select(p => p.Units.Count));
    }

    [Fact]
    public Task However_the_stream_is_cut_the_same_units_come_out() =>
        Gen.Select(Gen.Int[1, 400].Array[1, 30], Gen.Int[1, 700]).SampleAsync(async (lengths, chunk) =>
        {
            var units = lengths.Select((n, i) => i % 5 == 0 ? CodedPictures.Key(n) : CodedPictures.Other(n)).ToArray();
            var pictures = await ReadAsync(CodedPictures.Stream(units), chunk);
            return pictures.SelectMany(p => p.Units).Select(u => u.ToArray()).SequenceEqual(units, ByteComparer);
        }, iter: 60);

    [Fact]
    public async Task A_stream_without_a_start_code_holds_no_picture() =>
        Assert.Empty(await ReadAsync([.. Enumerable.Repeat((byte)7, 300_000)], 4096));

    [Fact]
    public async Task A_unit_without_end_is_refused_before_it_eats_memory()
    {
        var endless = new ChunkedStream([0, 0, 1, 0x65, .. Enumerable.Repeat((byte)1, 9 << 20)], 1 << 20);

        await Assert.ThrowsAsync<InvalidDataException>(() => CodedPictures.TakeAsync(new AnnexBReader(endless).ReadAsync(Cancel), 1));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly IEqualityComparer<byte[]> ByteComparer =
        EqualityComparer<byte[]>.Create((a, b) => a.AsSpan().SequenceEqual(b), bytes => bytes.Length);

    private static Task<List<AccessUnit>> ReadAsync(byte[] bytes, int chunk) =>
        CodedPictures.TakeAsync(new AnnexBReader(new ChunkedStream(bytes, chunk)).ReadAsync(Cancel), int.MaxValue);

    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
