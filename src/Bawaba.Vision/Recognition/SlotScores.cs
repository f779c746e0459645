// What the reader says of one crop: a row of log-probabilities a slot. Added up over a track and only then decoded,
// so that a digit unsure in every frame may still be sure in their sum.
namespace Bawaba.Vision.Recognition;

/// <summary>Log-probabilities, slots × characters; character 0 is "nothing".</summary>
public sealed class SlotScores
{
    private readonly float[] _values;
    private readonly float[] _countries;

    public SlotScores(PlateAlphabet alphabet, float[] values, float[] countries)
    {
        Alphabet = alphabet;
        if (values.Length % alphabet.Count != 0)
            throw new ArgumentException("Values are slots × characters.", nameof(values));
        _values = values;
        _countries = countries;
    }

    public PlateAlphabet Alphabet { get; }

    /// <summary>Log-probability of each country of the alphabet.</summary>
    public IReadOnlyList<float> Countries => _countries;

    public int Slots => _values.Length / Alphabet.Count;

    public ReadOnlySpan<float> Slot(int slot) => _values.AsSpan(slot * Alphabet.Count, Alphabet.Count);

    /// <summary>A network's own scores, made as sure as they deserve: divided by the temperature and normalised again.</summary>
    internal static SlotScores Tempered(PlateAlphabet alphabet, float[] values, float[] countries, float temperature)
    {
        foreach (ref var value in values.AsSpan())
            value /= temperature;
        for (var at = 0; at < values.Length; at += alphabet.Count)
            Normalise(values.AsSpan(at, alphabet.Count));
        return new(alphabet, values, countries);
    }

    /// <summary>The weighted mean of several readings of one plate, normalised again.</summary>
    public static SlotScores Fuse(IReadOnlyList<(SlotScores Scores, float Weight)> readings)
    {
        var first = readings[0].Scores;
        var values = new float[first._values.Length];
        var countries = new float[first.Countries.Count];
        foreach (var (scores, weight) in readings)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] += weight * scores._values[i];
            for (var i = 0; i < countries.Length; i++)
                countries[i] += weight * scores.Countries[i];
        }
        for (var slot = 0; slot < first.Slots; slot++)
            Normalise(values.AsSpan(slot * first.Alphabet.Count, first.Alphabet.Count));
        Normalise(countries);
        return new(first.Alphabet, values, countries);
    }

    /// <summary>The most likely text, its country and the probability that all of it is right.</summary>
    public DecodedPlate Decode()
    {
        var text = new System.Text.StringBuilder();
        var sum = 0f;
        for (var slot = 0; slot < Slots; slot++)
        {
            var row = Slot(slot);
            var best = Best(row);
            sum += row[best];
            if (best == 0)
                break;
            text.Append(Alphabet[best]);
        }
        return new(text.ToString(), Alphabet.Countries[Best(_countries)], MathF.Exp(sum));
    }

    /// <summary>The three most likely characters of a slot with their probabilities.</summary>
    public IReadOnlyList<(string Character, float Probability)> TopThree(int slot)
    {
        var row = Slot(slot).ToArray();
        return [.. Best(slot, 3).Select(i => (Alphabet[i], MathF.Exp(row[i])))];
    }

    /// <summary>
    /// Texts that differ from the one that was read in one character: in another of the three that its slot makes likeliest.
    /// </summary>
    /// <param name="text">As it was read off these scores; of any other text there are none.</param>
    /// <param name="least">Characters less likely than this are no doubt worth a person's time. 0 to 1.</param>
    /// <param name="most">The likeliest so many.</param>
    public IReadOnlyList<string> Variants(string text, float least, int most)
    {
        var found = new List<(string Text, float Score)>();
        var (at, floor) = (0, MathF.Log(least));
        for (var slot = 0; slot < Slots && at < text.Length; slot++)
        {
            var row = Slot(slot);
            var best = Best(slot, 3);
            var read = Array.FindIndex(best, i => i != 0 && string.CompareOrdinal(text, at, Alphabet[i], 0, Alphabet[i].Length) == 0);
            if (read < 0)
                return [];
            var length = Alphabet[best[read]].Length;
            foreach (var other in best)
            {
                if (other != 0 && other != best[read] && row[other] >= floor)
                    found.Add((string.Concat(text.AsSpan(0, at), Alphabet[other], text.AsSpan(at + length)), row[other]));
            }
            at += length;
        }
        return [.. found.OrderByDescending(f => f.Score).Take(most).Select(f => f.Text)];
    }

    /// <summary>The most likely characters of a slot by their place in the alphabet, best first.</summary>
    internal int[] Best(int slot, int count)
    {
        var row = Slot(slot);
        var best = new int[Math.Min(count, row.Length)];
        for (var rank = 0; rank < best.Length; rank++)
        {
            var next = -1;
            for (var i = 0; i < row.Length; i++)
            {
                if (!best.AsSpan(0, rank).Contains(i) && (next < 0 || row[i] > row[next]))
                    next = i;
            }
            best[rank] = next;
        }
        return best;
    }

    private static int Best(ReadOnlySpan<float> row)
    {
        var best = 0;
        for (var i = 1; i < row.Length; i++)
        {
            if (row[i] > row[best])
                best = i;
        }
        return best;
    }

    private static void Normalise(Span<float> row)
    {
        var max = float.NegativeInfinity;
        foreach (var v in row)
            max = Math.Max(max, v);
        var sum = 0f;
        foreach (var v in row)
            sum += MathF.Exp(v - max);
        var shift = max + MathF.Log(sum);
        foreach (ref var v in row)
            v -= shift;
    }
}
