// Reads labelled photos and counts, by set and by the plate's width, what was found and read; misses go to the sheets.
using System.Diagnostics;
using Bawaba.Contracts;
using Bawaba.Vision;
using Bawaba.Vision.Photos;
using Bawaba.Vision.Plates;

namespace Bawaba.Scoring;

internal sealed class PhotoScoring(PlateReader reader, MissSheet sheet, PlaceLog? log)
{
    private const float Found = 0.5f;
    private const float Same = 0.3f;
    private readonly ScoreTable _table = new();

    internal void Run(IReadOnlyList<TruePhoto> photos, TextWriter progress, CancellationToken cancellation)
    {
        for (var i = 0; i < photos.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (i % 50 == 0)
                progress.WriteLine($"photo {i} of {photos.Count}");
            using var frame = PhotoFile.TryOpen(photos[i].Path, TimeProvider.System.GetUtcNow(), out var fault);
            if (frame is null)
                progress.WriteLine($"{photos[i].Path}: {fault}");
            else
                Score(photos[i], frame);
        }
    }

    internal void Print(TextWriter to) => _table.Print("Photos (found: IoU ≥ 0.5; exact: the whole text, dashes not counted)", to);

    private void Score(TruePhoto photo, Frame frame)
    {
        var started = Stopwatch.GetTimestamp();
        var reads = reader.Read(frame);
        var row = _table[photo.Set];
        row.Pictures++;
        row.Milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        // Labels may be of a larger copy of the photo.
        var scale = frame.Width / photo.Width;
        var plates = photo.Plates.Select(p => (p.Text, Box: new PixelBox(p.Box.X0 * scale, p.Box.Y0 * scale, p.Box.X1 * scale, p.Box.Y1 * scale))).ToList();
        var name = Path.GetFileName(photo.Path);
        log?.Add(photo, reader.Explain(frame), [.. plates.Select(p => p.Box)]);
        foreach (var read in reads.Where(r => plates.All(p => p.Box.Overlap(r.Corners.Box) < Same)))
        {
            row.Extra++;
            sheet.Add($"{photo.Set}-extra", frame, read.Corners.Box, "no plate", read.Text, $"{name} detector {read.DetectorScore:0.00}{(read.Legible ? "" : ", not legible")}");
        }
        foreach (var (text, box) in plates)
        {
            var best = reads.MaxBy(r => r.Corners.Box.Overlap(box));
            var overlap = best?.Corners.Box.Overlap(box) ?? 0;
            var exact = text is null ? (bool?)null : overlap >= Same && Folded(best!.Text) == Folded(text);
            _table.Count(photo.Set, [ScoreTable.Width(box.Width)], overlap >= Found, exact);
            if (overlap < Found)
                sheet.Add($"{photo.Set}-missed", frame, box, text ?? "?", overlap > 0 ? $"IoU {overlap:0.00}" : "not found", name);
            else if (exact == false)
                sheet.Add($"{photo.Set}-misread", frame, box, text!, best!.Text, $"{name} confidence {best.Confidence:0.00}");
        }
    }

    private static string Folded(string text) => PlateText.TryParse(text, out var plate) ? plate.Key.Replace("-", "", StringComparison.Ordinal) : "";
}
