using Bawaba.Gate.Health;
using Bawaba.Tests.Gate.Passages;
using Bawaba.Vision;

namespace Bawaba.Tests.Gate.Health;

public sealed class PlateBlurTests
{
    private const int Width = 160;
    private const int Height = 60;

    [Theory]
    [InlineData(0.8, 220)]
    [InlineData(1, 220)]
    [InlineData(1.5, 220)]
    [InlineData(2, 220)]
    [InlineData(2, 110)]
    public void The_blur_of_a_drawn_plate_is_measured_whatever_its_contrast(double sigma, int white)
    {
        using var frame = Drawn(sigma, sigma, white, noise: 0);
        Assert.InRange(PlateBlur.Of(frame, ReadingOf.Box(10, 10, 140, 40))!.Value, sigma - 0.3, sigma + 0.3);
    }

    [Fact]
    public void A_plate_that_is_smeared_one_way_is_as_blurred_as_that_way()
    {
        using var along = Drawn(2, 0.3, 220, noise: 0);
        using var across = Drawn(0.3, 2, 220, noise: 0);
        Assert.All([along, across], frame => Assert.InRange(PlateBlur.Of(frame, ReadingOf.Box(10, 10, 140, 40))!.Value, 1.6, 2.4));
    }

    [Fact]
    public void A_sharp_plate_is_below_half_a_pixel_and_an_even_one_says_nothing()
    {
        using var sharp = Drawn(0, 0, 220, noise: 0);
        Assert.InRange(PlateBlur.Of(sharp, ReadingOf.Box(10, 10, 140, 40))!.Value, 0.3, 0.5);
        using var even = Drawn(0, 0, 50, noise: 0);
        Assert.Null(PlateBlur.Of(even, ReadingOf.Box(10, 10, 140, 40)));
        Assert.Null(PlateBlur.Of(sharp, ReadingOf.Box(-50, -50, 3, 3)));
    }

    [Fact]
    public void A_plate_that_is_burnt_out_is_bright_to_the_end()
    {
        using var burnt = Drawn(0, 0, 255, noise: 0);
        using var good = Drawn(0, 0, 200, noise: 0);
        Assert.Equal((255, 200), (PlateBlur.Bright(burnt, ReadingOf.Box(10, 10, 140, 40)), PlateBlur.Bright(good, ReadingOf.Box(10, 10, 140, 40))));
    }

    // Black strokes 12 px wide on a bright ground, blurred by a Gaussian along and across.
    private static Frame Drawn(double sigmaX, double sigmaY, int white, int noise)
    {
        var frame = Frame.Rent(Width, Height, A.Morning);
        var random = new Random(1);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var inkX = Enumerable.Range(0, 5).Sum(i => Between(x, 20 + (i * 24), 32 + (i * 24), sigmaX));
                var ink = inkX * Between(y, 18, 42, sigmaY);
                var level = (byte)Math.Clamp(white + ((30 - white) * ink) + random.Next(-noise, noise + 1), 0, 255);
                frame.Rgb.Slice(((y * Width) + x) * 3, 3).Fill(level);
            }
        }
        return frame;
    }

    private static double Between(double at, double from, double to, double sigma) => Step(at - from, sigma) - Step(at - to, sigma);

    // The Gaussian's integral by the logistic curve nearest to it.
    private static double Step(double x, double sigma) => sigma == 0 ? (x >= 0 ? 1 : 0) : 1 / (1 + Math.Exp(-1.702 * x / sigma));
}
