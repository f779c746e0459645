using Bawaba.Simulator.Stage.Plates;
using SkiaSharp;

namespace Bawaba.Tests.Simulator.Stage;

public sealed class PlateSamplerTests
{
    [Fact]
    public void A_sampled_plate_is_as_wide_as_promised_and_whole_in_its_picture()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            using var sample = PlateSampler.Draw(PlateCountry.Libya, seed);
            var c = sample.Corners;
            var width = (SKPoint.Distance(c[0], c[1]) + SKPoint.Distance(c[3], c[2])) / 2;
            Assert.InRange(width, PlateSampler.NarrowestPx - 0.5f, PlateSampler.WidestPx + 0.5f);
            Assert.All(c, p => Assert.True(p.X is > 0 and < PlateSampler.Width && p.Y is > 0 and < PlateSampler.Height));
            Assert.True(c[1].X > c[0].X && c[3].Y > c[0].Y, "not clockwise from the top-left");
        }
    }

    [Fact]
    public void One_seed_is_one_picture()
    {
        using var one = PlateSampler.Draw(PlateCountry.Egypt, 4);
        using var same = PlateSampler.Draw(PlateCountry.Egypt, 4);
        using var other = PlateSampler.Draw(PlateCountry.Egypt, 5);
        Assert.True(one.Picture.GetPixelSpan().SequenceEqual(same.Picture.GetPixelSpan()));
        Assert.Equal(one.Plate, same.Plate);
        Assert.NotEqual(one.Plate.Text, other.Plate.Text);
    }

    [Fact]
    public void A_track_is_one_plate_that_comes_nearer_and_stays_whole()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var samples = PlateSampler.DrawTrack(PlateCountry.Libya, seed, 8).ToList();
            var widths = samples.ConvertAll(s => (SKPoint.Distance(s.Corners[0], s.Corners[1]) + SKPoint.Distance(s.Corners[3], s.Corners[2])) / 2);
            Assert.Single(samples.Select(s => s.Plate).Distinct());
            Assert.All(widths.Zip(widths.Skip(1)), w => Assert.True(w.Second >= w.First - 0.5f, $"seed {seed}: {w.First} then {w.Second}"));
            Assert.InRange(widths[0], PlateSampler.NarrowestPx - 0.5f, 110.5f);
            Assert.InRange(widths[^1], widths[0] * 1.2f, PlateSampler.WidestPx + 0.5f);
            Assert.All(samples.SelectMany(s => s.Corners), p => Assert.True(p.X is > 0 and < PlateSampler.Width && p.Y is > 0 and < PlateSampler.Height));
            samples.ForEach(s => s.Dispose());
        }
    }
}
