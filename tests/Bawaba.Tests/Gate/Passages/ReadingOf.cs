// Plate observations without a network: a text, how sure, where.
using Bawaba.Vision;
using Bawaba.Vision.Plates;
using Bawaba.Vision.Recognition;

namespace Bawaba.Tests.Gate.Passages;

internal static class ReadingOf
{
    private const int Slots = 12;

    internal static PlateAlphabet Alphabet { get; } = new(
        ["", .. "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-".Select(c => c.ToString()), "ليبيا", "تونس"], ["LY", "TN", "XX", "EU"]);

    internal static PlateObservation Text(string text, Quad corners, float sure = 0.95f, bool legible = true) => new()
    {
        Text = text,
        Country = "LY",
        Confidence = MathF.Pow(sure, text.Length),
        DetectorScore = 0.9f,
        PlateScore = 0.9f,
        TwoRows = 0,
        Legible = legible && text.Length > 0,
        Corners = corners,
        Slots = Scores(text, sure),
        Sharpness = 0.5f,
    };

    internal static SlotScores Scores(string text, float sure)
    {
        var characters = Split(text);
        var values = new float[Slots * Alphabet.Count];
        for (var slot = 0; slot < Slots; slot++)
        {
            var right = slot < characters.Count ? characters[slot] : 0;
            for (var c = 0; c < Alphabet.Count; c++)
                values[(slot * Alphabet.Count) + c] = MathF.Log(c == right ? sure : (1 - sure) / (Alphabet.Count - 1));
        }
        return new(Alphabet, values, [MathF.Log(0.8f), MathF.Log(0.1f), MathF.Log(0.05f), MathF.Log(0.05f)]);
    }

    internal static Quad Box(float centreX, float centreY, float width, float height) => new(
        new(centreX - (width / 2), centreY - (height / 2)), new(centreX + (width / 2), centreY - (height / 2)),
        new(centreX + (width / 2), centreY + (height / 2)), new(centreX - (width / 2), centreY + (height / 2)));

    private static List<int> Split(string text)
    {
        var found = new List<int>();
        for (var at = 0; at < text.Length;)
        {
            var index = Enumerable.Range(1, Alphabet.Count - 1).First(i => string.CompareOrdinal(text, at, Alphabet[i], 0, Alphabet[i].Length) == 0);
            found.Add(index);
            at += Alphabet[index].Length;
        }
        return found;
    }
}
