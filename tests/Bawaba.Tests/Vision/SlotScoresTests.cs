using Bawaba.Tests.Gate.Passages;
using Bawaba.Vision.Recognition;

namespace Bawaba.Tests.Vision;

public sealed class SlotScoresTests
{
    [Theory]
    [InlineData("5-12345")]
    [InlineData("5-12345ليبيا")]
    [InlineData("123تونس4567")]
    public void Scores_decode_to_the_text_they_were_made_of(string text)
    {
        var decoded = ReadingOf.Scores(text, 0.9f).Decode();
        Assert.Equal(text, decoded.Text);
        Assert.Equal("LY", decoded.Country);
        Assert.InRange(decoded.Confidence, 0.2f, 0.75f);
    }

    [Fact]
    public void Variants_differ_in_one_character_that_is_among_its_slots_three_likeliest()
    {
        // Half of it says 3 and half 8 in one place; in another there is a small doubt.
        var scores = SlotScores.Fuse([(ReadingOf.Scores("5-12345", 0.97f), 0.5f), (ReadingOf.Scores("5-12845", 0.97f), 0.45f), (ReadingOf.Scores("9-12345", 0.97f), 0.2f)]);
        Assert.Equal("5-12345", scores.Decode().Text);
        Assert.Equal("5-12845", scores.Variants("5-12345", 0.02f, 8)[0]);
        Assert.Equal(["5-12845"], scores.Variants("5-12345", 0.02f, 1));
        Assert.All(scores.Variants("5-12345", 0.0001f, 50), v => Assert.Equal(1, v.Zip("5-12345").Count(p => p.First != p.Second)));
        Assert.InRange(scores.Variants("5-12345", 0.0001f, 50).Count, 7, 14);
    }

    [Theory]
    [InlineData("5-12345ليبيا")]
    [InlineData("123تونس4567")]
    public void A_country_word_is_one_character(string text)
    {
        var variants = ReadingOf.Scores(text, 0.5f).Variants(text, 0.001f, 99);
        Assert.NotEmpty(variants);
        Assert.All(variants, v => Assert.NotEqual(text, v));
    }

    [Fact]
    public void Of_a_text_that_was_not_read_off_the_scores_there_are_no_variants() =>
        Assert.Empty(ReadingOf.Scores("5-12345", 0.5f).Variants("XYZ", 0.00001f, 99));

    [Fact]
    public void A_sure_reading_has_no_variants() => Assert.Empty(ReadingOf.Scores("5-12345", 0.999f).Variants("5-12345", 0.02f, 8));

    [Fact]
    public void A_digit_unsure_in_every_frame_is_sure_in_their_sum()
    {
        // Each frame is wrong about another character, all are right about the rest.
        string[] misread = ["5-92345", "5-12845", "5-12395"];
        var fused = SlotScores.Fuse([.. misread.Select(t => (ReadingOf.Scores(t, 0.7f), 1f))]);
        Assert.Equal("5-12345", fused.Decode().Text);
    }

    [Fact]
    public void A_heavier_reading_outweighs_a_lighter_one()
    {
        var (right, wrong) = (ReadingOf.Scores("5-12345", 0.8f), ReadingOf.Scores("5-12845", 0.8f));
        Assert.Equal("5-12345", SlotScores.Fuse([(right, 0.7f), (wrong, 0.3f)]).Decode().Text);
        Assert.Equal("5-12845", SlotScores.Fuse([(right, 0.3f), (wrong, 0.7f)]).Decode().Text);
    }

    [Fact]
    public void Fused_scores_are_probabilities_again()
    {
        var fused = SlotScores.Fuse([(ReadingOf.Scores("5-1", 0.8f), 0.5f), (ReadingOf.Scores("5-7", 0.6f), 1.7f)]);
        for (var slot = 0; slot < fused.Slots; slot++)
            Assert.Equal(1, fused.Slot(slot).ToArray().Sum(MathF.Exp), 1e-3f);
    }

    [Fact]
    public void A_single_reading_fused_with_weight_one_is_itself()
    {
        var alone = ReadingOf.Scores("8-77", 0.8f);
        Assert.Equal(alone.Decode().Confidence, SlotScores.Fuse([(alone, 1)]).Decode().Confidence, 1e-4f);
    }

    [Fact]
    public void The_top_three_of_a_slot_begin_with_its_best()
    {
        var top = ReadingOf.Scores("8-77", 0.8f).TopThree(0);
        Assert.Equal(3, top.Count);
        Assert.Equal(("8", 0.8f), (top[0].Character, MathF.Round(top[0].Probability, 3)));
    }

    [Fact]
    public void Values_that_fill_no_whole_slot_are_refused() =>
        Assert.Throws<ArgumentException>(() => new SlotScores(ReadingOf.Alphabet, new float[ReadingOf.Alphabet.Count + 1], [0]));

    [Fact]
    public void A_temperature_changes_how_sure_a_reading_is_and_not_what_it_says()
    {
        var scores = ReadingOf.Scores("5-12345", 0.8f);
        var values = Enumerable.Range(0, scores.Slots).SelectMany(s => scores.Slot(s).ToArray()).ToArray();
        var cooler = SlotScores.Tempered(scores.Alphabet, [.. values], [.. scores.Countries], 0.7f);
        var warmer = SlotScores.Tempered(scores.Alphabet, [.. values], [.. scores.Countries], 1.5f);
        Assert.Equal(["5-12345", "5-12345"], [cooler.Decode().Text, warmer.Decode().Text]);
        Assert.True(cooler.Decode().Confidence > scores.Decode().Confidence);
        Assert.True(warmer.Decode().Confidence < scores.Decode().Confidence);
        for (var slot = 0; slot < cooler.Slots; slot++)
            Assert.Equal(1, cooler.Slot(slot).ToArray().Sum(MathF.Exp), 1e-3f);
    }
}
