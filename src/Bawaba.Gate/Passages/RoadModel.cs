// What the empty road looks like, and what on it is new: a slowly learnt background at a small size.
// One per camera, fed every frame. Cheap on purpose: it decides whether the costly reader looks at all, and it finds
// vehicles that carry no plate. What lies still becomes road after some seconds, a vehicle known to wait does not.
using Bawaba.Contracts.City;
using Bawaba.Vision;
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

internal sealed class RoadModel(IReadOnlyList<PictureArea> masks)
{
    internal const int Columns = 160;
    internal const int Rows = 90;
    private const float Threshold = 22;
    private const float FrameThreshold = 12;

    // Seconds in which the road is learnt anew: at the start (whatever stood in the first frame may drive off), where
    // nothing is seen, and where something is.
    private const double FirstSeconds = 1.2;
    private const double QuietSeconds = 4;
    private const double BusySeconds = 30;
    private const double StartSeconds = 6;

    // What lies still for a while is road that a vehicle uncovered, or parks: it is learnt faster than what stirs.
    private const float StillAfterSeconds = 4;
    private const double StillSeconds = 3;
    private const int MinBlobCells = 70;
    private const float MinStirredShare = 0.02f;
    private readonly float[] _road = new float[Columns * Rows];
    private readonly float[] _previous = new float[Columns * Rows];
    private readonly float[] _now = new float[Columns * Rows];
    private readonly bool[] _masked = Mask(masks);
    private readonly bool[] _kept = new bool[Columns * Rows];
    private readonly float[] _stillSeconds = new float[Columns * Rows];
    private readonly bool[] _stirred = new bool[Columns * Rows];
    private readonly bool[] _foreground = new bool[Columns * Rows];
    private readonly bool[] _closed = new bool[Columns * Rows];
    private readonly BlobFinder _finder = new(Columns, Rows);
    private DateTimeOffset? _firstAt;
    private DateTimeOffset _lastAt;

    /// <summary>Share of the picture that changed since the frame before, 0 to 1.</summary>
    internal float Motion { get; private set; }

    /// <summary>True when the frame is the one before, pixel for pixel as far as is looked: a decoder's or a camera's repeat.</summary>
    internal bool IsRepeat { get; private set; }

    /// <summary>Around all that changed since the frame before, pixels of the frame; null when nothing did.</summary>
    internal PixelBox? Stirred { get; private set; }

    /// <summary>Takes the frame in and returns what stands out from the road, in pixels of the frame.</summary>
    /// <param name="frame">Stays the caller's.</param>
    /// <param name="vehicles">Where vehicles are known to stand: what is new there is not learnt as road.</param>
    internal IReadOnlyList<Blob> Observe(Frame frame, IReadOnlyList<PixelBox> vehicles)
    {
        Keep(frame, vehicles);
        SmallPicture.Fill(frame, _now, Columns, Rows);
        var seconds = Math.Clamp((frame.CapturedAt - _lastAt).TotalSeconds, 0, 1);
        _lastAt = frame.CapturedAt;
        if (_firstAt is null)
        {
            _firstAt = frame.CapturedAt;
            _now.CopyTo(_road, 0);
            _now.CopyTo(_previous, 0);
            // Nothing is known yet, so everything may be new: the reader must look at the first frame.
            Motion = 1;
            return [];
        }
        IsRepeat = _now.AsSpan().SequenceEqual(_previous);
        Compare(seconds, (frame.CapturedAt - _firstAt.Value).TotalSeconds < StartSeconds ? FirstSeconds : QuietSeconds);
        Stirred = StirredBox(frame.Width / (float)Columns, frame.Height / (float)Rows);
        BlobFinder.Close(_foreground, _closed, Columns, Rows);
        _now.CopyTo(_previous, 0);
        return [.. _finder.Find(_closed, MinBlobCells, frame.Width / (float)Columns, frame.Height / (float)Rows).Select(b => b with { Stirs = Stirs(b, frame) })];
    }

    private void Keep(Frame frame, IReadOnlyList<PixelBox> vehicles)
    {
        Array.Clear(_kept);
        foreach (var box in vehicles)
        {
            var (x0, x1) = (Cell(box.X0, frame.Width, Columns), Cell(box.X1, frame.Width, Columns));
            for (var y = Cell(box.Y0, frame.Height, Rows); y <= Cell(box.Y1, frame.Height, Rows); y++)
                Array.Fill(_kept, true, (y * Columns) + x0, x1 - x0 + 1);
        }
    }

    private bool Stirs(Blob blob, Frame frame)
    {
        var stirred = 0;
        var (x0, x1) = (Cell(blob.Box.X0 + 1, frame.Width, Columns), Cell(blob.Box.X1 - 1, frame.Width, Columns));
        var (y0, y1) = (Cell(blob.Box.Y0 + 1, frame.Height, Rows), Cell(blob.Box.Y1 - 1, frame.Height, Rows));
        for (var y = y0; y <= y1; y++)
            stirred += _stirred.AsSpan((y * Columns) + x0, x1 - x0 + 1).Count(true);
        return stirred >= MinStirredShare * (x1 - x0 + 1) * (y1 - y0 + 1);
    }

    private PixelBox? StirredBox(float cellWidth, float cellHeight)
    {
        var (x0, y0, x1, y1) = (Columns, Rows, -1, -1);
        for (var i = 0; i < _stirred.Length; i++)
        {
            if (!_stirred[i])
                continue;
            var (x, y) = (i % Columns, i / Columns);
            (x0, y0, x1, y1) = (Math.Min(x0, x), Math.Min(y0, y), Math.Max(x1, x), Math.Max(y1, y));
        }
        return x1 < 0 ? null : new(x0 * cellWidth, y0 * cellHeight, (x1 + 1) * cellWidth, (y1 + 1) * cellHeight);
    }

    private static int Cell(float at, int pixels, int cells) => Math.Clamp((int)(at * cells / pixels), 0, cells - 1);

    private void Compare(double seconds, double quietSeconds)
    {
        var quiet = Share(seconds, quietSeconds);
        var busy = Share(seconds, BusySeconds);
        var still = Share(seconds, StillSeconds);
        // A cloud or the camera's own exposure changes every cell alike: take the common part away.
        var shift = CommonChange();
        var moved = 0;
        for (var i = 0; i < _now.Length; i++)
        {
            if (_masked[i])
                continue;
            var difference = MathF.Abs(_now[i] - _road[i] - shift);
            _foreground[i] = difference > Threshold;
            _stirred[i] = MathF.Abs(_now[i] - _previous[i]) > FrameThreshold;
            if (_stirred[i])
                moved++;
            _stillSeconds[i] = _stirred[i] ? 0 : _stillSeconds[i] + (float)seconds;
            if (_foreground[i] && _kept[i])
                continue;
            var share = !_foreground[i] ? quiet : _stillSeconds[i] < StillAfterSeconds ? busy : still;
            _road[i] += share * (_now[i] - _road[i]);
        }
        Motion = moved / (float)_now.Length;
    }

    private static float Share(double seconds, double timeConstant) => (float)(1 - Math.Exp(-seconds / timeConstant));

    private float CommonChange()
    {
        Span<int> histogram = stackalloc int[511];
        var counted = 0;
        for (var i = 0; i < _now.Length; i += 3)
        {
            if (_masked[i])
                continue;
            histogram[Math.Clamp((int)(_now[i] - _road[i]) + 255, 0, 510)]++;
            counted++;
        }
        var sum = 0;
        for (var i = 0; i < histogram.Length; i++)
        {
            sum += histogram[i];
            if (sum * 2 >= counted)
                return i - 255;
        }
        return 0;
    }

    private static bool[] Mask(IReadOnlyList<PictureArea> masks)
    {
        var masked = new bool[Columns * Rows];
        for (var i = 0; i < masked.Length; i++)
        {
            var (x, y) = ((i % Columns + 0.5) / Columns, (i / Columns + 0.5) / Rows);
            masked[i] = masks.Any(m => m.Contains(x, y));
        }
        return masked;
    }
}
