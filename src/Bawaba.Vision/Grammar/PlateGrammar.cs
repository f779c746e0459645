// The shapes plates have, country by country, as data (plate-shapes.json). It knows shapes, not which codes have been
// issued. It chooses among what the reader saw, the three likeliest characters of each slot, and never adds one of its own.
using System.Text.Json;
using Bawaba.Vision.Recognition;

namespace Bawaba.Vision.Grammar;

internal sealed class PlateGrammar
{
    // Each slot's best few are tried; texts this much less likely than the best one are out, whatever their shape.
    private const int KeptCharacters = 3;
    private const int MaxTexts = 48;
    private const float MostLoss = 4f;

    // A text without a shape is this much worse than one that the country's plates have.
    private const float Shapeless = 2.5f;
    private const float CountryWeight = 0.3f;

    // What the reader is this sure of stands, if it has a shape: no other text could win.
    private const float Sure = 0.95f;
    private readonly IReadOnlyList<PlateShape> _shapes;

    private PlateGrammar(IReadOnlyList<PlateShape> shapes) => _shapes = shapes;

    internal static PlateGrammar Load()
    {
        using var stream = typeof(PlateGrammar).Assembly.GetManifestResourceStream("plate-shapes.json")
            ?? throw new InvalidOperationException("plate-shapes.json is not embedded.");
        var shapes = JsonSerializer.Deserialize(stream, VisionJson.Default.PlateShapeArray)
            ?? throw new InvalidDataException("plate-shapes.json is empty.");
        return new(shapes);
    }

    /// <summary>True when some country's plates may look like this.</summary>
    internal bool Knows(string text) => _shapes.Any(shape => shape.Matches(text));

    /// <summary>The text that characters, country and shapes together make likeliest. Its confidence is the characters' alone:
    /// a shape makes no reading surer.</summary>
    internal DecodedPlate Decode(SlotScores scores)
    {
        var plain = scores.Decode();
        if (plain.Confidence >= Sure && Knows(plain.Text))
            return plain with { Country = Fit(plain.Text, scores).Country };
        var (best, value) = (plain, float.NegativeInfinity);
        foreach (var (text, likelihood) in Texts(scores))
        {
            var (country, bonus) = Fit(text, scores);
            if (likelihood + bonus > value)
                (best, value) = (new(text, country, MathF.Exp(likelihood)), likelihood + bonus);
        }
        return best;
    }

    // The country whose plates have this shape and that the reader finds likeliest; none may be better than a bad one.
    private (string Country, float Bonus) Fit(string text, SlotScores scores)
    {
        var countries = scores.Alphabet.Countries;
        var head = 0;
        for (var i = 1; i < countries.Count; i++)
            head = scores.Countries[i] > scores.Countries[head] ? i : head;
        var (best, bonus) = (countries[head], (CountryWeight * scores.Countries[head]) - Shapeless);
        foreach (var shape in _shapes)
        {
            var fit = (CountryWeight * ChanceOf(shape.Country, scores)) + (shape.Prior ?? 0);
            if (fit > bonus && shape.Matches(text))
                (best, bonus) = (shape.Country, fit);
        }
        return (best, bonus);
    }

    private static float ChanceOf(string country, SlotScores scores)
    {
        for (var i = 0; i < scores.Countries.Count; i++)
        {
            if (scores.Alphabet.Countries[i] == country)
                return scores.Countries[i];
        }
        return float.NegativeInfinity;
    }

    private static List<(string Text, float Likelihood)> Texts(SlotScores scores)
    {
        List<(string Text, float Likelihood)> open = [("", 0)], ended = [];
        for (var slot = 0; slot < scores.Slots && open.Count > 0; slot++)
        {
            List<(string Text, float Likelihood)> longer = [];
            foreach (var index in scores.Best(slot, KeptCharacters))
            {
                var chance = scores.Slot(slot)[index];
                foreach (var (text, likelihood) in open)
                    (index == 0 ? ended : longer).Add((text + scores.Alphabet[index], likelihood + chance));
            }
            open = Likeliest(longer);
        }
        return Likeliest([.. ended, .. open]);
    }

    private static List<(string Text, float Likelihood)> Likeliest(List<(string Text, float Likelihood)> texts)
    {
        if (texts.Count == 0)
            return texts;
        var least = texts.Max(t => t.Likelihood) - MostLoss;
        return [.. texts.Where(t => t.Likelihood >= least).OrderByDescending(t => t.Likelihood).Take(MaxTexts)];
    }
}
