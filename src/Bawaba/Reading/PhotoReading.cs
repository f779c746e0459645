using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bawaba.Vision;
using Bawaba.Vision.Photos;
using Bawaba.Vision.Plates;

namespace Bawaba.Reading;

/// <summary>Reads one photo and prints its plates.</summary>
internal sealed class PhotoReading(PlateReader reader, ReadOutput output, string? cropsFolder, ExplainPage? explain)
{
    private bool _warm;

    /// <summary>Null, or why the photo could not be read.</summary>
    internal string? Read(string path)
    {
        using var frame = PhotoFile.TryOpen(path, TimeProvider.System.GetUtcNow(), out var fault);
        if (frame is null)
            return fault;
        // The networks' first run allocates; it is not what a photo costs.
        if (!_warm)
            reader.Read(frame);
        _warm = true;
        var started = Stopwatch.GetTimestamp();
        var plates = reader.Read(frame);
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (output.Json)
            output.JsonLine(json => WritePhoto(json, path, frame, milliseconds, plates));
        else
            WriteTable(path, frame, milliseconds, plates);
        explain?.Add(path, frame, reader.Explain(frame));
        return cropsFolder is null ? null : Crops.Write(cropsFolder, path, frame, plates.Select(p => p.Corners));
    }

    private static void WritePhoto(Utf8JsonWriter json, string path, Frame frame, double milliseconds, IReadOnlyList<PlateObservation> plates)
    {
        json.WriteString("source", path);
        json.WriteNumber("width", frame.Width);
        json.WriteNumber("height", frame.Height);
        json.WriteNumber("milliseconds", Math.Round(milliseconds, 1));
        json.WriteStartArray("plates");
        foreach (var plate in plates)
        {
            json.WriteStartObject();
            json.WriteString("text", plate.Text);
            json.WriteString("country", plate.Country);
            json.WriteNumber("confidence", Math.Round(plate.Confidence, 4));
            json.WriteStartArray("corners");
            foreach (var corner in (PixelPoint[])[plate.Corners.TopLeft, plate.Corners.TopRight, plate.Corners.BottomRight, plate.Corners.BottomLeft])
            {
                json.WriteStartArray();
                json.WriteNumberValue(Math.Round(corner.X, 1));
                json.WriteNumberValue(Math.Round(corner.Y, 1));
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteBoolean("legible", plate.Legible);
            json.WriteNumber("rows", plate.TwoRows >= 0.5f ? 2 : 1);
            json.WriteNumber("plateScore", Math.Round(plate.PlateScore, 4));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteTable(string path, Frame frame, double milliseconds, IReadOnlyList<PlateObservation> plates)
    {
        output.Row($"{path}  {frame.Width}×{frame.Height}  {milliseconds:0} ms  {plates.Count} plate(s)");
        foreach (var plate in plates)
        {
            var text = plate.Legible ? plate.Text : $"({plate.Text}) unsure";
            var width = plate.Corners.Width.ToString("0", CultureInfo.InvariantCulture);
            output.Row($"    {text,-24} {plate.Country}  {plate.Confidence:P0}  {width} px wide at ({plate.Corners.Centre.X:0}, {plate.Corners.Centre.Y:0})");
        }
    }
}
