using Bawaba.Contracts;
using CsCheck;

namespace Bawaba.Tests.Contracts;

public sealed class PlateTextTests
{
    [Theory]
    [InlineData("5-12345", "5-12345ليبيا")]
    [InlineData("5-12345", "ليبيا5-12345")]
    [InlineData("5-12345", "5-12345الجماهيرية")]
    [InlineData("5-12345", "٥-١٢٣٤٥")]
    [InlineData("5-12345", "5 – 12345")]
    [InlineData("34A36837", "34A-368.37")]
    [InlineData("34a36837", "34A36837")]
    [InlineData("١٢٣٤ھ", "1234ه")]
    [InlineData("١٢٣٤أب", "1234اب")]
    public void Two_writings_of_one_plate_share_a_key(string one, string other) => Assert.Equal(new PlateText(one), new PlateText(other));

    [Theory]
    [InlineData("5-12345", "51-2345")]
    [InlineData("5-12345", "512345")]
    [InlineData("123تونس4567", "1234567")]
    [InlineData("1234نت", "نت1234")]
    [InlineData("5-12345", "5-12346")]
    public void Two_plates_have_two_keys(string one, string other) => Assert.NotEqual(new PlateText(one), new PlateText(other));

    [Fact]
    public void A_municipality_and_a_number_never_run_together() =>
        Gen.Select(Gen.Int[1, 99], Gen.Int[1, 999_999], Gen.Int[1, 99], Gen.Int[1, 999_999]).Sample((m1, n1, m2, n2) =>
            new PlateText($"{m1}-{n1}") == new PlateText($"{m2}-{n2}ليبيا") == (m1 == m2 && n1 == n2));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("--")]
    [InlineData("!?*")]
    [InlineData("123456789012345678901234567890123")]
    public void What_is_no_plate_is_refused(string? text) => Assert.False(PlateText.TryParse(text, out _));

    [Fact]
    public void A_plate_does_not_print_itself() => Assert.DoesNotContain("12345", $"{new PlateText("5-12345")}", StringComparison.Ordinal);

    [Theory]
    [InlineData("5-12345", "5-12345")]
    [InlineData("917تونس4026", "917|تونس|4026")]
    [InlineData("95-417306ليبيا", "95-417306|ليبيا")]
    [InlineData("ليبيا5-12345", "ليبيا|5-12345")]
    [InlineData("٦٧٤٣سص", "٦٧٤٣|س|ص")]
    [InlineData("نت123456", "نت|123456")]
    [InlineData("97B3468K", "97B3468K")]
    public void A_text_is_taken_apart_where_mixed_writing_would_change_its_order(string visual, string pieces) =>
        Assert.Equal(pieces.Split('|'), new PlateText(visual).Pieces);
}
