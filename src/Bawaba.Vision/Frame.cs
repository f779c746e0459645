// One picture on its way through the gate: pixels and the instant they arrived.
// A frame is pooled and has one owner at a time; whoever holds it last disposes it. Leased counts those outstanding.
using System.Buffers;

namespace Bawaba.Vision;

/// <summary>A picture: 8-bit RGB, three bytes a pixel, rows from the top without padding.</summary>
public sealed class Frame : IDisposable
{
    private static long _leased;
    private byte[]? _pixels;

    private Frame(int width, int height, DateTimeOffset capturedAt, byte[] pixels)
    {
        Width = width;
        Height = height;
        CapturedAt = capturedAt;
        _pixels = pixels;
    }

    /// <summary>Frames handed out and not yet disposed, in the whole process.</summary>
    public static long Leased => Interlocked.Read(ref _leased);

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>When the picture reached this process (UTC), or for a file its start plus the picture's media time.</summary>
    public DateTimeOffset CapturedAt { get; }

    public Span<byte> Rgb => (_pixels ?? throw new ObjectDisposedException(nameof(Frame))).AsSpan(0, Width * Height * 3);

    public Memory<byte> RgbMemory => (_pixels ?? throw new ObjectDisposedException(nameof(Frame))).AsMemory(0, Width * Height * 3);

    public static Frame Rent(int width, int height, DateTimeOffset capturedAt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Interlocked.Increment(ref _leased);
        return new Frame(width, height, capturedAt, ArrayPool<byte>.Shared.Rent(width * height * 3));
    }

    /// <summary>The same pixels under another instant; this frame is spent.</summary>
    public Frame StampedAt(DateTimeOffset capturedAt)
    {
        var pixels = Interlocked.Exchange(ref _pixels, null) ?? throw new ObjectDisposedException(nameof(Frame));
        return new Frame(Width, Height, capturedAt, pixels);
    }

    /// <summary>A copy with a life of its own.</summary>
    public Frame Copy()
    {
        var copy = Rent(Width, Height, CapturedAt);
        Rgb.CopyTo(copy.Rgb);
        return copy;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _pixels, null) is not { } pixels)
            return;
        // Non-hits' pictures must not lie about in memory longer than their frame.
        pixels.AsSpan(0, Width * Height * 3).Clear();
        ArrayPool<byte>.Shared.Return(pixels);
        Interlocked.Decrement(ref _leased);
    }
}
