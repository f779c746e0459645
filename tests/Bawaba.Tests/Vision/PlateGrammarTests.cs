using Bawaba.Tests.Gate.Passages;
using Bawaba.Vision.Grammar;
using Bawaba.Vision.Recognition;

namespace Bawaba.Tests.Vision;

public sealed class PlateGrammarTests
{
    [Theory]
    [InlineData("5-12345")]
    [InlineData("51-2345")]
    [InlineData("5-1234567")]
    [InlineData("5-12345ليبيا")]
    [InlineData("123تونس4567")]
    [InlineData("34A36837")]
    [InlineData("18A3456B")]
    public void A_plates_shape_is_known(string text) => Assert.True(PlateGrammar.Load().Knows(text));

    [Theory]
    [InlineData("")]
    [InlineData("TOYOTA")]
    [InlineData("HIACE")]
    [InlineData("TAXI")]
    [InlineData("2020052208043523")]
    [InlineData("5-")]
    [InlineData("-12345")]
    [InlineData("5-12-345")]
    public void Lettering_and_timestamps_are_no_plates(string text) => Assert.False(PlateGrammar.Load().Knows(text));

    [Fact]
    public void A_letter_that_the_shape_forbids_gives_way_to_the_digit_seen_almost_as_well()
    {
        // "12O" with a zero close behind: no country writes a letter there.
        var scores = Scores("12Oتونس4567", (2, "0", 0.42f));
        Assert.Equal("12Oتونس4567", scores.Decode().Text);
        var decoded = PlateGrammar.Load().Decode(scores);
        Assert.Equal(("120تونس4567", "TN"), (decoded.Text, decoded.Country));
    }

    [Fact]
    public void A_letter_that_the_series_does_not_issue_gives_way_too()
    {
        // French series since 2009 know no O; Q and O are much alike.
        var scores = Scores("BO360YQ", [0.02f, 0.02f, 0.06f, 0.9f], (1, "Q", 0.4f));
        Assert.Equal("BO360YQ", scores.Decode().Text);
        Assert.Equal("BQ360YQ", PlateGrammar.Load().Decode(scores).Text);
    }

    [Fact]
    public void What_the_reader_did_not_see_is_not_written_whatever_the_shape()
    {
        // The zero is only the fourth likeliest character of its slot.
        var scores = Scores("12Oتونس4567", (2, "Q", 0.2f), (2, "D", 0.15f), (2, "0", 0.1f));
        Assert.NotEqual("120تونس4567", PlateGrammar.Load().Decode(scores).Text);
    }

    [Fact]
    public void A_shape_makes_no_reading_surer()
    {
        var scores = Scores("12Oتونس4567", (2, "0", 0.42f));
        var (plain, chosen) = (scores.Decode(), PlateGrammar.Load().Decode(scores));
        Assert.InRange(chosen.Confidence, 0.01f, plain.Confidence);
    }

    [Theory]
    [InlineData("5-12345")]
    [InlineData("34A36837")]
    [InlineData("123تونس4567")]
    public void A_reading_that_is_sure_and_has_a_shape_stands(string text) =>
        Assert.Equal(text, PlateGrammar.Load().Decode(ReadingOf.Scores(text, 0.999f)).Text);

    [Fact]
    public void A_text_of_no_shape_is_told_as_it_was_read() =>
        Assert.Equal("TOYOTA", PlateGrammar.Load().Decode(ReadingOf.Scores("TOYOTA", 0.999f)).Text);

    // A text read with 0.95 a character, in some slots other characters beside the best one.
    private static SlotScores Scores(string text, params (int Slot, string Character, float Chance)[] others) =>
        Scores(text, [0.05f, 0.8f, 0.05f, 0.1f], others);

    private static SlotScores Scores(string text, float[] countries, params (int Slot, string Character, float Chance)[] others)
    {
        var plain = ReadingOf.Scores(text, 0.95f);
        var alphabet = plain.Alphabet;
        var values = Enumerable.Range(0, plain.Slots).SelectMany(s => plain.Slot(s).ToArray()).ToArray();
        foreach (var slot in others.GroupBy(o => o.Slot))
        {
            var row = values.AsSpan(slot.Key * alphabet.Count, alphabet.Count);
            var best = MathF.Max(0.05f, 1 - slot.Sum(o => o.Chance) - 0.02f);
            for (var i = 0; i < row.Length; i++)
            {
                var other = slot.FirstOrDefault(o => o.Character == alphabet[i]);
                row[i] = other.Character is not null ? MathF.Log(other.Chance) : row[i] > -1 ? MathF.Log(best) : MathF.Log(0.0005f);
            }
        }
        return new(alphabet, values, [.. countries.Select(c => MathF.Log(c))]);
    }
}
