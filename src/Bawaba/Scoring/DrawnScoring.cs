// Plates that the simulator's stage draws, read from one frame and from a track of frames through the gate's own tracker
// and fusion; by country, width and condition. The stage is another drawer than training's, with other fonts.
using Bawaba.Contracts;
using Bawaba.Gate.Passages;
using Bawaba.Simulator.Stage.Plates;
using Bawaba.Vision;
using Bawaba.Vision.Photos;
using SkiaSharp;

namespace Bawaba.Scoring;

internal sealed class DrawnScoring(PlateReader reader, MissSheet sheet)
{
    internal const int FramesOfATrack = 8;
    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(100);
    private readonly ScoreTable _frames = new();
    private readonly ScoreTable _tracks = new();

    internal void Run(int frames, int tracks, int seed, TextWriter progress, CancellationToken cancellation)
    {
        foreach (var country in Enum.GetValues<PlateCountry>())
        {
            progress.WriteLine($"{country}: {frames} frames, {tracks} tracks");
            for (var i = 0; i < frames; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                using var sample = PlateSampler.Draw(country, seed + i);
                ScoreFrame(country, seed + i, sample);
            }
            for (var i = 0; i < tracks; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                ScoreTrack(country, seed + i);
            }
        }
    }

    internal void Print(TextWriter to)
    {
        _frames.Print("Drawn by the stage, one frame (exact: the whole text, Libya's dash counted)", to);
        _tracks.Print($"Drawn by the stage, tracks of {FramesOfATrack} frames through tracker and fusion", to);
    }

    private void ScoreFrame(PlateCountry country, int seed, PlateSample sample)
    {
        using var frame = ToFrame(sample, DateTimeOffset.UnixEpoch);
        var reads = reader.Read(frame);
        var box = Box(sample);
        var best = reads.MaxBy(r => r.Corners.Box.Overlap(box));
        var overlap = best?.Corners.Box.Overlap(box) ?? 0;
        var exact = overlap >= 0.3f && IsSame(best!.Text, sample);
        var row = _frames[country.ToString()];
        row.Pictures++;
        row.Extra += reads.Count(r => r.Corners.Box.Overlap(box) < 0.3f);
        _frames.Count(country.ToString(), Conditions(sample), overlap >= 0.5f, exact);
        if (!exact)
            sheet.Add($"drawn-{country}", frame, box, sample.Plate.Text.Visual, best?.Text ?? "not found", $"seed {seed}, confidence {best?.Confidence ?? 0:0.00}");
    }

    private void ScoreTrack(PlateCountry country, int seed)
    {
        using var watch = new LaneWatch(new() { Camera = CameraId.Parse("score"), Lane = LaneId.Parse("score") }, reader, TimeProvider.System);
        var passages = new Dictionary<PassageId, Passage>();
        void Found(PassageSighting sighting) => passages[sighting.Passage.Id] = sighting.Passage;
        var at = DateTimeOffset.UnixEpoch;
        PlateSample? last = null;
        foreach (var sample in PlateSampler.DrawTrack(country, seed, FramesOfATrack))
        {
            using var frame = ToFrame(sample, at += FrameTime);
            watch.Observe(frame, Found);
            last?.Dispose();
            last = sample;
        }
        watch.Flush(Found);
        var texts = passages.Values.Select(p => p.Plate?.Visual).OfType<string>().ToList();
        var exact = texts.Exists(text => IsSame(text, last!));
        var row = _tracks[country.ToString()];
        row.Pictures++;
        row.Extra += Math.Max(0, passages.Count - 1);
        _tracks.Count(country.ToString(), [], passages.Count > 0, exact);
        if (!exact)
        {
            using var frame = ToFrame(last!, at);
            sheet.Add($"drawn-{country}-tracks", frame, Box(last!), last!.Plate.Text.Visual, texts.Count > 0 ? string.Join(" ", texts) : $"{passages.Count} passage(s) without a text", $"seed {seed}");
        }
        last?.Dispose();
    }

    private static IEnumerable<string> Conditions(PlateSample sample)
    {
        var c = sample.Conditions;
        yield return ScoreTable.Width((SKPoint.Distance(sample.Corners[0], sample.Corners[1]) + SKPoint.Distance(sample.Corners[3], sample.Corners[2])) / 2);
        yield return sample.Plate.Layout.ToString();
        if (c.Gain < 0.6f)
            yield return "dark";
        if (c.Gray)
            yield return "gray camera";
        if (c.BlurPx > 0.7f)
            yield return "blurred";
        if (c.Shadow)
            yield return "shadow's edge";
        if (c.JpegQuality < 65)
            yield return "JPEG below 65";
    }

    private static bool IsSame(string text, PlateSample sample) => PlateText.TryParse(text, out var read) && read == sample.Plate.Text;

    private static Vision.Plates.PixelBox Box(PlateSample sample) =>
        new(sample.Corners.Min(c => c.X), sample.Corners.Min(c => c.Y), sample.Corners.Max(c => c.X), sample.Corners.Max(c => c.Y));

    private static Frame ToFrame(PlateSample sample, DateTimeOffset at)
    {
        using var bitmap = sample.Picture.Copy(SKColorType.Rgba8888);
        return Pixels.ToFrame(bitmap, SKEncodedOrigin.TopLeft, at);
    }
}
