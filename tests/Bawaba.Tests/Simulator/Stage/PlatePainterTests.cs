using Bawaba.Simulator.Stage.Plates;

namespace Bawaba.Tests.Simulator.Stage;

public sealed class PlatePainterTests
{
    public static TheoryData<PlateCountry, PlateLayout> Every()
    {
        var data = new TheoryData<PlateCountry, PlateLayout>();
        foreach (var country in Enum.GetValues<PlateCountry>())
        {
            foreach (var layout in Enum.GetValues<PlateLayout>())
                data.Add(country, layout);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void A_plate_is_drawn_to_its_own_size_with_ink_in_both_halves(PlateCountry country, PlateLayout layout)
    {
        var plate = PlateIssue.Next(country, layout, new Random(1));
        using var bitmap = PlatePainter.Paint(plate, 1, 0);
        Assert.Equal(PlatePainter.WidthMmOf(plate) * PlatePainter.PixelsPerMm, bitmap.Width, 1.0);
        Assert.Equal(PlatePainter.AspectOf(plate), bitmap.Width / (float)bitmap.Height, 0.05);
        foreach (var from in new[] { 0.1, 0.55 })
        {
            var shades = Enumerable.Range(0, (int)(bitmap.Width * 0.35)).Select(x => (int)bitmap.GetPixel((int)(bitmap.Width * from) + x, bitmap.Height * 2 / 3).Green).ToList();
            Assert.True(shades.Max() - shades.Min() > 150, "no ink on the ground");
        }
    }

    [Fact]
    public void Wear_changes_the_look_and_the_seed_decides_it()
    {
        var plate = PlateIssue.Next(PlateCountry.Libya, PlateLayout.OneRow, new Random(1));
        using var fresh = PlatePainter.Paint(plate, 7, 0);
        using var worn = PlatePainter.Paint(plate, 7, 1);
        using var again = PlatePainter.Paint(plate, 7, 1);
        Assert.False(fresh.GetPixelSpan().SequenceEqual(worn.GetPixelSpan()));
        Assert.True(again.GetPixelSpan().SequenceEqual(worn.GetPixelSpan()));
    }
}
