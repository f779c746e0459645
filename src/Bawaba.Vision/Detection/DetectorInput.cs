// Turns a frame into the detector's tensor: shrunk by area averaging (as training did), padded to whole cells.
// Called once a frame by PlateDetector; its buffers are kept between frames of one size.
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bawaba.Vision.Detection;

internal sealed class DetectorInput
{
    private const float Padding = 0.447f;
    private int _sourceWidth;
    private int _sourceHeight;
    private Span1D[] _columns = [];
    private Span1D[] _rows = [];
    private float[] _line = [];

    /// <summary>Planar RGB, 0 to 1.</summary>
    internal float[] Tensor { get; private set; } = [];

    internal int Width { get; private set; }

    internal int Height { get; private set; }

    /// <summary>Input pixels a frame pixel.</summary>
    internal float Scale { get; private set; }

    internal void Fill(Frame frame, int longSidePx, int multiple)
    {
        Prepare(frame.Width, frame.Height, longSidePx, multiple);
        var source = frame.Rgb;
        var line = frame.Width * 3;
        for (var y = 0; y < _rows.Length; y++)
        {
            // Rows first, over whole lines at once: that is where nearly all of the frame's bytes are touched.
            Array.Clear(_line);
            var span = _rows[y];
            for (var i = 0; i < span.Count; i++)
                AddRow(source.Slice((span.First + i) * line, line), span.Weight(i) / 255f);
            WriteRow(y);
        }
    }

    private void AddRow(ReadOnlySpan<byte> source, float weight)
    {
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetArrayDataReference(_line);
        var factor = Vector128.Create(weight);
        var at = 0;
        for (; at + Vector128<byte>.Count <= source.Length; at += Vector128<byte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)at));
            AddFour(Vector128.WidenLower(low), factor, ref to, at);
            AddFour(Vector128.WidenUpper(low), factor, ref to, at + 4);
            AddFour(Vector128.WidenLower(high), factor, ref to, at + 8);
            AddFour(Vector128.WidenUpper(high), factor, ref to, at + 12);
        }
        for (; at < source.Length; at++)
            _line[at] += source[at] * weight;
    }

    private static void AddFour(Vector128<uint> bytes, Vector128<float> factor, ref float to, int at) =>
        (Vector128.LoadUnsafe(ref to, (nuint)at) + (Vector128.ConvertToSingle(bytes.AsInt32()) * factor)).StoreUnsafe(ref to, (nuint)at);

    private void WriteRow(int y)
    {
        var plane = Width * Height;
        var red = Tensor.AsSpan(y * Width, _columns.Length);
        var green = Tensor.AsSpan((y * Width) + plane, _columns.Length);
        var blue = Tensor.AsSpan((y * Width) + (2 * plane), _columns.Length);
        for (var x = 0; x < _columns.Length; x++)
        {
            ref readonly var span = ref _columns[x];
            var weights = span.Weights;
            var pixels = _line.AsSpan(span.First * 3, weights.Length * 3);
            float r = 0, g = 0, b = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                var (weight, at) = (weights[i], i * 3);
                r += weight * pixels[at];
                g += weight * pixels[at + 1];
                b += weight * pixels[at + 2];
            }
            (red[x], green[x], blue[x]) = (r, g, b);
        }
    }

    private void Prepare(int sourceWidth, int sourceHeight, int longSidePx, int multiple)
    {
        if (sourceWidth == _sourceWidth && sourceHeight == _sourceHeight)
            return;
        (_sourceWidth, _sourceHeight) = (sourceWidth, sourceHeight);
        Scale = Math.Min(2f, longSidePx / (float)Math.Max(sourceWidth, sourceHeight));
        var width = Math.Max(1, (int)MathF.Round(sourceWidth * Scale));
        var height = Math.Max(1, (int)MathF.Round(sourceHeight * Scale));
        Width = (width + multiple - 1) / multiple * multiple;
        Height = (height + multiple - 1) / multiple * multiple;
        _columns = Span1D.Cover(sourceWidth, width);
        _rows = Span1D.Cover(sourceHeight, height);
        _line = new float[sourceWidth * 3];
        Tensor = new float[3 * Width * Height];
        Array.Fill(Tensor, Padding);
    }

    /// <summary>The source pixels under one target pixel, with their weights.</summary>
    private readonly struct Span1D(int first, float[] weights)
    {
        internal int First { get; } = first;

        internal int Count => weights.Length;

        internal ReadOnlySpan<float> Weights => weights;

        internal float Weight(int i) => weights[i];

        internal static Span1D[] Cover(int source, int target)
        {
            var spans = new Span1D[target];
            var ratio = source / (double)target;
            for (var t = 0; t < target; t++)
                spans[t] = ratio > 1 ? Area(t * ratio, (t + 1) * ratio, source) : Linear(((t + 0.5) * ratio) - 0.5, source);
            return spans;
        }

        private static Span1D Area(double from, double to, int source)
        {
            var first = (int)from;
            var last = Math.Min(source - 1, (int)Math.Ceiling(to) - 1);
            var weights = new float[last - first + 1];
            for (var s = first; s <= last; s++)
                weights[s - first] = (float)((Math.Min(to, s + 1) - Math.Max(from, s)) / (to - from));
            return new(first, weights);
        }

        private static Span1D Linear(double at, int source)
        {
            var low = (int)Math.Floor(at);
            var share = (float)(at - low);
            if (low < 0)
                return new(0, [1f]);
            return low >= source - 1 ? new(source - 1, [1f]) : new(low, [1 - share, share]);
        }
    }
}
