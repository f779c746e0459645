// Finds plates in a frame: one pass of the network, peaks of its score map, overlapping ones dropped.
// Called by PlateReader; one caller at a time. Promises at most MaxCandidates, best first.
using Bawaba.Vision.Plates;
using Microsoft.ML.OnnxRuntime;

namespace Bawaba.Vision.Detection;

internal sealed class PlateDetector : IDisposable
{
    private const int MaxCandidates = 16;
    private const float MaxOverlap = 0.4f;
    private static readonly string[] InputNames = ["image"];
    private static readonly string[] OutputNames = ["score", "corners", "rows"];
    private readonly DetectorSettings _settings;
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly DetectorInput _input = new();

    internal PlateDetector(string modelsFolder, SessionOptions options)
    {
        _settings = DetectorSettings.Load(modelsFolder);
        _session = ModelFiles.Weights(modelsFolder, "detector.onnx", options, OutputNames);
    }

    /// <summary>How likely a candidate is a plate, 0 to 1, now that the reader has said how legible it is.</summary>
    internal float PlateScore(Candidate candidate, float legible) => _settings.PlateScore.Of(candidate.Score, legible);

    /// <summary>True when that is likely enough.</summary>
    internal bool IsPlate(float plateScore) => plateScore >= _settings.PlateScore.Least;

    /// <summary>Plates of a window of the frame, best first, corners in the frame's pixels.</summary>
    internal IReadOnlyList<Candidate> Find(Frame frame, PixelBox window) => Find(frame, window, _settings.LongSidePx);

    /// <summary>What was found, and what a closer look finds: half as large again, at more than twice the cost.</summary>
    internal IReadOnlyList<Candidate> FindCloser(Frame frame, PixelBox window, IReadOnlyList<Candidate> found)
    {
        var closer = Find(frame, window, _settings.LongSidePx * 3 / 2);
        return DropOverlaps([.. found.Concat(closer).OrderByDescending(c => c.Score)]);
    }

    private IReadOnlyList<Candidate> Find(Frame frame, PixelBox window, int longSidePx)
    {
        var (left, top) = (Math.Clamp((int)window.X0, 0, frame.Width - 1), Math.Clamp((int)window.Y0, 0, frame.Height - 1));
        var (width, height) = (Math.Clamp((int)window.Width, 1, frame.Width - left), Math.Clamp((int)window.Height, 1, frame.Height - top));
        _input.Fill(frame, left, top, width, height, longSidePx, multiple: 32);
        using var image = OrtValue.CreateTensorValueFromMemory(_input.Tensor, [1, 3, _input.Height, _input.Width]);
        using var outputs = _session.Run(_run, InputNames, [image], OutputNames);
        var score = outputs[0].GetTensorDataAsSpan<float>();
        var corners = outputs[1].GetTensorDataAsSpan<float>();
        var rows = outputs[2].GetTensorDataAsSpan<float>();
        var found = Peaks(score, corners, rows, _input.Width / _settings.Stride, _input.Height / _settings.Stride);
        found.Sort((a, b) => b.Score.CompareTo(a.Score));
        return [.. DropOverlaps(found).Select(c => c with { Corners = c.Corners.Offset(left, top) })];
    }

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    private List<Candidate> Peaks(ReadOnlySpan<float> score, ReadOnlySpan<float> corners, ReadOnlySpan<float> rows, int width, int height)
    {
        var found = new List<Candidate>();
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var value = score[(y * width) + x];
                if (value >= _settings.Threshold && IsPeak(score, width, height, x, y, value))
                    found.Add(new(CornersAt(corners, width, height, x, y), value, rows[(y * width) + x]));
            }
        }
        return found;
    }

    private static bool IsPeak(ReadOnlySpan<float> score, int width, int height, int x, int y, float value)
    {
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                var (nx, ny) = (x + dx, y + dy);
                if (nx >= 0 && ny >= 0 && nx < width && ny < height && score[(ny * width) + nx] > value)
                    return false;
            }
        }
        return true;
    }

    private Quad CornersAt(ReadOnlySpan<float> corners, int width, int height, int x, int y)
    {
        var plane = width * height;
        var at = (y * width) + x;
        var cx = (x + 0.5f) * _settings.Stride;
        var cy = (y + 0.5f) * _settings.Stride;
        Span<PixelPoint> p = stackalloc PixelPoint[4];
        for (var i = 0; i < 4; i++)
            p[i] = new((cx + corners[(2 * i * plane) + at]) / _input.Scale, (cy + corners[(((2 * i) + 1) * plane) + at]) / _input.Scale);
        return new(p[0], p[1], p[2], p[3]);
    }

    private static List<Candidate> DropOverlaps(List<Candidate> sorted)
    {
        var kept = new List<Candidate>();
        foreach (var candidate in sorted)
        {
            if (kept.Count == MaxCandidates)
                break;
            if (kept.All(k => k.Corners.Box.Overlap(candidate.Corners.Box) < MaxOverlap))
                kept.Add(candidate);
        }
        return kept;
    }
}
