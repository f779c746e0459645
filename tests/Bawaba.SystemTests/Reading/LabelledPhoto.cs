// A line of photos.jsonl of the labelled photos, and how a read is held against it: the same rules as the score tool
// beside the photos (boxes by IoU, texts folded).
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Bawaba.SystemTests.Reading;

internal sealed record LabelledPhoto(string Path, string Set, double Width, IReadOnlyList<LabelledPhoto.Plate> Plates)
{
    internal sealed record Plate(double[] Box, string? Text);

    /// <summary>The dev photos of one set below the folder.</summary>
    internal static List<LabelledPhoto> Read(string folder, string set) =>
        [.. File.ReadLines(System.IO.Path.Combine(folder, "photos.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(row => row.GetProperty("split").GetString() == "dev" && row.GetProperty("set").GetString() == set)
            .Select(row => new LabelledPhoto(
                System.IO.Path.Combine(folder, row.GetProperty("photo").GetString()!),
                set,
                row.GetProperty("width").GetDouble(),
                [.. row.GetProperty("plates").EnumerateArray().Select(p => new Plate(Numbers(p.GetProperty("box")), p.GetProperty("text").GetString()))]))];

    /// <summary>The box around a read's corners, in this photo's labelled pixels.</summary>
    internal double[] BoxOf(JsonElement read, JsonElement photo)
    {
        var scale = Width / photo.GetProperty("width").GetDouble();
        var points = read.GetProperty("corners").EnumerateArray().Select(Numbers).ToList();
        return [points.Min(p => p[0]) * scale, points.Min(p => p[1]) * scale, points.Max(p => p[0]) * scale, points.Max(p => p[1]) * scale];
    }

    internal static double Overlap(double[] a, double[] b)
    {
        var both = Math.Max(0, Math.Min(a[2], b[2]) - Math.Max(a[0], b[0])) * Math.Max(0, Math.Min(a[3], b[3]) - Math.Max(a[1], b[1]));
        return both / (((a[2] - a[0]) * (a[3] - a[1])) + ((b[2] - b[0]) * (b[3] - b[1])) - both + 1e-9);
    }

    /// <summary>A text as it is compared: Western digits, one form a letter, no spaces, dashes and dots.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var c in text.ToUpper(CultureInfo.InvariantCulture))
        {
            if (c is >= '٠' and <= '٩')
                folded.Append((char)('0' + (c - '٠')));
            else if (c is not (' ' or '-' or '.' or '·'))
                folded.Append(c switch { 'ھ' => 'ه', 'ي' => 'ى', 'إ' or 'أ' or 'آ' => 'ا', _ => c });
        }
        return folded.ToString();
    }

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(v => v.GetDouble())];
}
