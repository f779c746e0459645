using Bawaba.Tests.Gate.Passages;
using Bawaba.Vision.Plates;
using Bawaba.Vision.Recognition;

namespace Bawaba.Tests.Vision;

public sealed class SecondLookTests
{
    private static readonly Quad Plate = ReadingOf.Box(200, 100, 120, 30);

    [Fact]
    public void A_sure_reading_needs_no_second_look() => Assert.False(SecondLook.Helps(Reading("5-12345", 0.999f)));

    [Fact]
    public void Where_nothing_can_be_seen_more_looks_are_not_taken() => Assert.False(SecondLook.Helps(Reading("5-12345", 0.6f, legible: 0.1f)));

    [Fact]
    public void An_unsure_reading_is_looked_at_again() => Assert.True(SecondLook.Helps(Reading("5-12345", 0.9f)));

    [Fact]
    public void The_surest_look_has_the_most_to_say()
    {
        var joined = SecondLook.Join(Reading("5-72345", 0.7f), [Reading("5-12345", 0.98f), Reading("5-92345", 0.6f)], s => s.Decode());
        Assert.Equal("5-12345", joined.Scores.Decode().Text);
    }

    [Fact]
    public void Of_looks_equally_sure_the_first_stands()
    {
        var joined = SecondLook.Join(Reading("5-72345", 0.8f), [Reading("5-12345", 0.8f)], s => s.Decode());
        Assert.Equal("5-72345", joined.Scores.Decode().Text);
    }

    [Fact]
    public void Other_looks_are_cut_around_the_same_place()
    {
        foreach (var other in SecondLook.Corners(Plate))
        {
            Assert.InRange(other.Centre.X, Plate.Centre.X - 1, Plate.Centre.X + 1);
            Assert.InRange(other.Centre.Y, Plate.Centre.Y - 1, Plate.Centre.Y + 1);
            Assert.True(other.Box.Overlap(Plate.Box) > 0.7f);
        }
    }

    [Fact]
    public void Some_looks_lean_to_either_side_and_keep_the_height()
    {
        var leans = SecondLook.Corners(Plate).Select(q => (q.TopLeft.X - q.BottomLeft.X) / (q.BottomLeft.Y - q.TopLeft.Y)).ToList();
        Assert.Contains(leans, l => l > 0.2f);
        Assert.Contains(leans, l => l < -0.2f);
    }

    private static CropReading Reading(string text, float sure, float legible = 0.9f) => new(ReadingOf.Scores(text, sure), legible, 0, 0.5f);
}
