using Bawaba.Vision.Detection;

namespace Bawaba.Tests.Vision;

public sealed class PlateScoreTests
{
    private static readonly PlateScoreSettings Settings = new() { Detector = 0.7f, Legible = 0.3f, Offset = -0.4f, Least = 0.5f };

    [Fact]
    public void Both_networks_count()
    {
        Assert.True(Settings.Of(0.6f, 0.9f) > Settings.Of(0.6f, 0.1f));
        Assert.True(Settings.Of(0.9f, 0.5f) > Settings.Of(0.3f, 0.5f));
    }

    [Fact]
    public void At_evens_from_both_the_offset_alone_decides() => Assert.Equal(1 / (1 + MathF.Exp(0.4f)), Settings.Of(0.5f, 0.5f), 1e-5f);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void Certainty_of_a_network_is_no_infinity(float detector, float legible) => Assert.InRange(Settings.Of(detector, legible), 1e-5f, 1 - 1e-5f);
}
