// Turns a frame into the detector's tensor: shrunk by area averaging (as training did), padded to whole cells.
// Called once a frame by PlateDetector; its buffers are kept between windows of one size.
using System.Numerics;

namespace Bawaba.Vision.Detection;

internal sealed class DetectorInput
{
    private const float Padding = 0.447f;
    private const int MaxPlans = 8;
    private readonly Dictionary<(int Width, int Height, int LongSidePx), Plan> _plans = [];
    private int _sourceWidth;
    private int _sourceHeight;
    private int _longSidePx;
    private Span1D[] _columns = [];
    private Span1D[] _rows = [];
    private float[] _row = [];

    /// <summary>Planar RGB, 0 to 1.</summary>
    internal float[] Tensor { get; private set; } = [];

    internal int Width { get; private set; }

    internal int Height { get; private set; }

    /// <summary>Input pixels a frame pixel.</summary>
    internal float Scale { get; private set; }

    internal void Fill(Frame frame, int longSidePx, int multiple) => Fill(frame, 0, 0, frame.Width, frame.Height, longSidePx, multiple);

    /// <summary>The same from a window of the frame, all of which lies inside it.</summary>
    internal void Fill(Frame frame, int left, int top, int width, int height, int longSidePx, int multiple)
    {
        Prepare(width, height, longSidePx, multiple);
        var source = frame.Rgb;
        for (var y = 0; y < _rows.Length; y++)
        {
            Array.Clear(_row);
            var span = _rows[y];
            for (var i = 0; i < span.Count; i++)
                AddRow(source.Slice((((top + span.First + i) * frame.Width) + left) * 3, width * 3), _row, span.Weight(i) / 255f);
            ShrinkRow(y * Width);
        }
    }

    // Rows are added up whole, with vectors, before their pixels are merged: most of the work is in this loop.
    private static void AddRow(ReadOnlySpan<byte> source, Span<float> sum, float weight)
    {
        var at = 0;
        for (; at + Vector<byte>.Count <= source.Length; at += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(source[at..]), out var low, out var high);
            AddTo(sum[at..], low, weight);
            AddTo(sum[(at + Vector<ushort>.Count)..], high, weight);
        }
        for (; at < source.Length; at++)
            sum[at] += weight * source[at];
    }

    private static void AddTo(Span<float> sum, Vector<ushort> values, float weight)
    {
        Vector.Widen(values, out var low, out var high);
        var second = sum[Vector<float>.Count..];
        (new Vector<float>(sum) + (Vector.ConvertToSingle(low) * weight)).CopyTo(sum);
        (new Vector<float>(second) + (Vector.ConvertToSingle(high) * weight)).CopyTo(second);
    }

    private void ShrinkRow(int target)
    {
        var plane = Width * Height;
        for (var x = 0; x < _columns.Length; x++)
        {
            ref readonly var span = ref _columns[x];
            float r = 0, g = 0, b = 0;
            var at = span.First * 3;
            for (var i = 0; i < span.Count; i++, at += 3)
            {
                var weight = span.Weight(i);
                r += weight * _row[at];
                g += weight * _row[at + 1];
                b += weight * _row[at + 2];
            }
            Tensor[target + x] = r;
            Tensor[target + x + plane] = g;
            Tensor[target + x + (2 * plane)] = b;
        }
    }

    private void Prepare(int sourceWidth, int sourceHeight, int longSidePx, int multiple)
    {
        if ((sourceWidth, sourceHeight, longSidePx) == (_sourceWidth, _sourceHeight, _longSidePx))
            return;
        (_sourceWidth, _sourceHeight, _longSidePx) = (sourceWidth, sourceHeight, longSidePx);
        // A lane's windows are of few sizes that come again and again.
        if (_plans.Count == MaxPlans)
            _plans.Clear();
        if (!_plans.TryGetValue((sourceWidth, sourceHeight, longSidePx), out var plan))
            _plans[(sourceWidth, sourceHeight, longSidePx)] = plan = Plan.Make(sourceWidth, sourceHeight, longSidePx);
        var shown = (_columns.Length, _rows.Length);
        (_columns, _rows, Scale) = (plan.Columns, plan.Rows, plan.Scale);
        if (_row.Length < sourceWidth * 3)
            _row = new float[sourceWidth * 3];
        if (shown == (_columns.Length, _rows.Length))
            return;
        Width = (_columns.Length + multiple - 1) / multiple * multiple;
        Height = (_rows.Length + multiple - 1) / multiple * multiple;
        Tensor = new float[3 * Width * Height];
        Array.Fill(Tensor, Padding);
    }

    /// <summary>How one size of window becomes the tensor.</summary>
    private sealed record Plan(Span1D[] Columns, Span1D[] Rows, float Scale)
    {
        internal static Plan Make(int sourceWidth, int sourceHeight, int longSidePx)
        {
            var scale = Math.Min(2f, longSidePx / (float)Math.Max(sourceWidth, sourceHeight));
            var width = Math.Max(1, (int)MathF.Round(sourceWidth * scale));
            var height = Math.Max(1, (int)MathF.Round(sourceHeight * scale));
            return new(Span1D.Cover(sourceWidth, width), Span1D.Cover(sourceHeight, height), scale);
        }
    }

    /// <summary>The source pixels under one target pixel, with their weights.</summary>
    private readonly struct Span1D(int first, float[] weights)
    {
        internal int First { get; } = first;

        internal int Count => weights.Length;

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
