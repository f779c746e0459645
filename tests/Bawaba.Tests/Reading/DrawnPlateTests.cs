// The shipped networks on plates that another drawer made, with fonts they never saw: what is asked of them for a country
// no photo set exists of. Numbers are printed, so that a change for the better or worse is seen before it is a failure.
using Bawaba.Contracts;
using Bawaba.Simulator.Stage.Plates;
using Bawaba.Vision;
using Bawaba.Vision.Photos;
using SkiaSharp;

namespace Bawaba.Tests.Reading;

public sealed class DrawnPlateTests(ITestOutputHelper output)
{
    private const int Samples = 300;

    [Fact]
    public void Nine_of_ten_libyan_plates_of_80_to_200_px_are_read_exactly_from_one_frame()
    {
        using var reader = new PlateReader(new() { ModelsFolder = ModelsFolder.Path });
        var exact = 0;
        for (var seed = 0; seed < Samples; seed++)
        {
            using var sample = PlateSampler.Draw(PlateCountry.Libya, seed);
            var best = Best(reader, sample);
            // The Libyan key keeps its dash: 5-12345 and 51-2345 are two plates.
            var right = PlateText.TryParse(best?.Text, out var read) && read == sample.Plate.Text;
            exact += right ? 1 : 0;
            if (!right)
                output.WriteLine($"seed {seed}: {sample.Plate.Text.Visual} read as {best?.Text ?? "nothing"} ({best?.Confidence:0.00})");
        }
        output.WriteLine($"{exact} of {Samples} exact");
        Assert.True(exact >= 0.9 * Samples, $"{exact} of {Samples} drawn Libyan plates were read exactly");
    }

    private static PlateObservation? Best(PlateReader reader, PlateSample sample)
    {
        using var bitmap = sample.Picture.Copy(SKColorType.Rgba8888);
        using var frame = Pixels.ToFrame(bitmap, SKEncodedOrigin.TopLeft, DateTimeOffset.UnixEpoch);
        var centre = new SKPoint(sample.Corners.Average(c => c.X), sample.Corners.Average(c => c.Y));
        return reader.Read(frame).Where(p => p.Corners.Box.Contains(new(centre.X, centre.Y))).MaxBy(p => p.DetectorScore);
    }
}
