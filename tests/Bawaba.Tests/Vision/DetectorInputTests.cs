using Bawaba.Vision;
using Bawaba.Vision.Detection;
using CsCheck;

namespace Bawaba.Tests.Vision;

public sealed class DetectorInputTests
{
    [Fact]
    public void Shrinking_averages_the_area_under_each_pixel() =>
        (from width in Gen.Int[40, 220]
         from height in Gen.Int[30, 160]
         from longSide in Gen.Int[16, 38]
         from seed in Gen.Int
         select (width, height, longSide, seed)).Sample(
            c =>
            {
                using var frame = Noise(c.width, c.height, c.seed);
                var input = new DetectorInput();
                input.Fill(frame, c.longSide, 8);
                var random = new Random(c.seed);
                var (shownWidth, shownHeight) = Shown(frame, c.longSide);
                for (var i = 0; i < 30; i++)
                {
                    var (x, y, channel) = (random.Next(shownWidth), random.Next(shownHeight), random.Next(3));
                    var actual = input.Tensor[(((channel * input.Height) + y) * input.Width) + x];
                    Assert.Equal(Mean(frame, x, y, shownWidth, shownHeight, channel), actual, 1e-4);
                }
            },
            iter: 100);

    [Fact]
    public void What_is_left_over_is_filled_with_the_training_gray()
    {
        using var frame = Noise(100, 50, 1);
        var input = new DetectorInput();
        input.Fill(frame, 40, 32);
        Assert.Equal((64, 32), (input.Width, input.Height));
        Assert.Equal(0.4f, input.Scale);
        Assert.Equal(0.447f, input.Tensor[40], 1e-3f);
        Assert.Equal(0.447f, input.Tensor[^1], 1e-3f);
    }

    [Fact]
    public void Another_size_of_picture_leaves_nothing_of_the_one_before()
    {
        var input = new DetectorInput();
        using (var large = Noise(200, 200, 1))
            input.Fill(large, 64, 32);
        using var small = Noise(200, 60, 2);
        input.Fill(small, 64, 32);
        var fresh = new DetectorInput();
        fresh.Fill(small, 64, 32);
        Assert.Equal(fresh.Tensor, input.Tensor);
    }

    [Fact]
    public void A_closer_look_at_the_same_picture_leaves_nothing_of_the_first()
    {
        using var frame = Noise(200, 120, 3);
        var input = new DetectorInput();
        input.Fill(frame, 64, 32);
        input.Fill(frame, 96, 32);
        var fresh = new DetectorInput();
        fresh.Fill(frame, 96, 32);
        Assert.Equal(fresh.Scale, input.Scale);
        Assert.Equal(fresh.Tensor, input.Tensor);
        input.Fill(frame, 64, 32);
        Assert.Equal((64, 64), (input.Width, input.Height));
    }

    [Fact]
    public void A_window_is_what_a_picture_of_that_part_would_be()
    {
        using var frame = Noise(200, 120, 4);
        var input = new DetectorInput();
        input.Fill(frame, 64, 32);
        input.Fill(frame, 60, 30, 100, 60, 64, 32);
        using var part = Frame.Rent(100, 60, DateTimeOffset.UnixEpoch);
        for (var y = 0; y < 60; y++)
            frame.Rgb.Slice((((30 + y) * 200) + 60) * 3, 300).CopyTo(part.Rgb[(y * 300)..]);
        var alone = new DetectorInput();
        alone.Fill(part, 64, 32);
        Assert.Equal(alone.Scale, input.Scale);
        Assert.Equal(alone.Tensor, input.Tensor);
    }

    [Fact]
    public void A_small_picture_is_enlarged_at_most_twice()
    {
        using var frame = Noise(20, 10, 3);
        var input = new DetectorInput();
        input.Fill(frame, 384, 32);
        Assert.Equal(2, input.Scale);
        Assert.All(input.Tensor, v => Assert.InRange(v, 0, 1));
    }

    private static (int Width, int Height) Shown(Frame frame, int longSide)
    {
        var scale = longSide / (float)Math.Max(frame.Width, frame.Height);
        return (Math.Max(1, (int)MathF.Round(frame.Width * scale)), Math.Max(1, (int)MathF.Round(frame.Height * scale)));
    }

    private static double Mean(Frame frame, int x, int y, int shownWidth, int shownHeight, int channel)
    {
        double sum = 0, total = 0;
        for (var sy = 0; sy < frame.Height; sy++)
        {
            for (var sx = 0; sx < frame.Width; sx++)
            {
                var weight = Covered(sx, x, frame.Width, shownWidth) * Covered(sy, y, frame.Height, shownHeight);
                sum += weight * frame.Rgb[(((sy * frame.Width) + sx) * 3) + channel] / 255.0;
                total += weight;
            }
        }
        return sum / total;
    }

    private static double Covered(int source, int target, int sourceSize, int targetSize)
    {
        var ratio = sourceSize / (double)targetSize;
        return Math.Max(0, Math.Min(source + 1, (target + 1) * ratio) - Math.Max(source, target * ratio));
    }

    private static Frame Noise(int width, int height, int seed)
    {
        var frame = Frame.Rent(width, height, DateTimeOffset.UnixEpoch);
        new Random(seed).NextBytes(frame.Rgb);
        return frame;
    }
}
