using Bawaba.Vision.Plates;

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
}
