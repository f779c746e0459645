// Reads binary PPM pictures, one behind the other, from ffmpeg's output. What comes is hostile: the size is limited
// before memory is taken.
using System.IO.Pipelines;
using Bawaba.Vision;

namespace Bawaba.Gate.Cameras;

internal sealed class PpmReader(Stream stream, TimeProvider time) : IDisposable
{
    private const int MaxSide = 8192;
    private const int MaxPixels = 50_000_000;
    private const int HeaderBytes = 32;
    private readonly PipeReader _pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 1 << 18));

    /// <summary>The next picture, stamped when its first byte is here; null at the end of the stream.</summary>
    internal async Task<Frame?> ReadAsync(CancellationToken cancellation)
    {
        var read = await _pipe.ReadAtLeastAsync(HeaderBytes, cancellation).ConfigureAwait(false);
        if (read.Buffer.Length < HeaderBytes)
            return null;
        var capturedAt = time.GetUtcNow();
        var head = new byte[HeaderBytes];
        CopyHead(read.Buffer, head);
        var (width, height, length) = Header(head);
        _pipe.AdvanceTo(read.Buffer.GetPosition(length));
        var frame = Frame.Rent(width, height, capturedAt);
        try
        {
            if (await FillAsync(frame, cancellation).ConfigureAwait(false))
                return frame;
        }
        catch
        {
            frame.Dispose();
            throw;
        }
        frame.Dispose();
        return null;
    }

    public void Dispose() => _pipe.Complete();

    private async Task<bool> FillAsync(Frame frame, CancellationToken cancellation)
    {
        var rest = frame.RgbMemory;
        while (rest.Length > 0)
        {
            var read = await _pipe.ReadAsync(cancellation).ConfigureAwait(false);
            var take = (int)Math.Min(read.Buffer.Length, rest.Length);
            if (take == 0 && read.IsCompleted)
                return false;
            var part = read.Buffer.Slice(0, take);
            foreach (var segment in part)
            {
                segment.CopyTo(rest);
                rest = rest[segment.Length..];
            }
            _pipe.AdvanceTo(part.End);
        }
        return true;
    }

    private static void CopyHead(in System.Buffers.ReadOnlySequence<byte> buffer, byte[] head) =>
        System.Buffers.BuffersExtensions.CopyTo(buffer.Slice(0, head.Length), head);

    // "P6\n1280 720\n255\n" as ffmpeg writes it.
    private static (int Width, int Height, int Length) Header(ReadOnlySpan<byte> head)
    {
        if (head[0] != 'P' || head[1] != '6')
            throw new CameraFault("not-video", "ffmpeg did not write a picture.");
        Span<int> numbers = stackalloc int[3];
        var at = 2;
        for (var i = 0; i < 3; i++)
        {
            at++;
            while (at < head.Length && char.IsAsciiDigit((char)head[at]))
                numbers[i] = Math.Min((numbers[i] * 10) + (head[at++] - '0'), 1_000_000);
        }
        if (numbers[0] is < 1 or > MaxSide || numbers[1] is < 1 or > MaxSide || (long)numbers[0] * numbers[1] > MaxPixels || numbers[2] != 255)
            throw new CameraFault("not-video", $"A picture of {numbers[0]}×{numbers[1]} is outside the limits.");
        return (numbers[0], numbers[1], at + 1);
    }
}
