// A line of photos.jsonl: a labelled photo (docs/training.md says where such photos come from and what they may be used for).
using System.Text.Json;
using Bawaba.Vision.Plates;

namespace Bawaba.Scoring;

internal sealed record TruePhoto(string Path, string Set, string Split, float Width, IReadOnlyList<TruePhoto.TruePlate> Plates)
{
    internal sealed record TruePlate(PixelBox Box, string? Text);

    /// <summary>The photos of a folder.</summary>
    /// <exception cref="InvalidDataException">A line is not what it should be; named by its number.</exception>
    internal static IReadOnlyList<TruePhoto> Read(string folder)
    {
        var photos = new List<TruePhoto>();
        foreach (var line in File.ReadLines(System.IO.Path.Combine(folder, "photos.jsonl")).Where(l => l.Length > 0))
        {
            try
            {
                photos.Add(Of(folder, line));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
            {
                throw new InvalidDataException($"photos.jsonl, line {photos.Count + 1}: {e.Message}", e);
            }
        }
        return photos;
    }

    private static TruePhoto Of(string folder, string line)
    {
        using var row = JsonDocument.Parse(line);
        string Word(string name) => row.RootElement.GetProperty(name).GetString() ?? throw new InvalidOperationException($"{name} is null");
        return new(
            System.IO.Path.Combine(folder, Word("photo")),
            Word("set"),
            Word("split"),
            row.RootElement.GetProperty("width").GetSingle(),
            [.. row.RootElement.GetProperty("plates").EnumerateArray().Select(p => new TruePlate(Box(p.GetProperty("box")), p.GetProperty("text").GetString()))]);
    }

    private static PixelBox Box(JsonElement box) => new(box[0].GetSingle(), box[1].GetSingle(), box[2].GetSingle(), box[3].GetSingle());
}
