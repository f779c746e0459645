// Numbers and dates as people in Libya write them, whatever the system's own culture data says.
using System.Globalization;
using Bawaba.Pages.Forms;
using Bawaba.Pages.Language;

namespace Bawaba.Tests.Console;

public sealed class CultureTests
{
    private static readonly CultureInfo Arabic = ScreenLanguage.Arabic.Culture;

    [Fact]
    public void Numbers_have_western_digits_a_point_and_commas()
    {
        Assert.Equal("1,234,567.89", 1234567.89.ToString("N2", Arabic));
        Assert.Equal("-5", (-5).ToString(Arabic));
        Assert.Equal("93%", 0.93.ToString("P0", Arabic));
    }

    [Fact]
    public void The_months_are_the_twelve_that_libya_uses()
    {
        string[] months = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
        for (var month = 1; month <= 12; month++)
            Assert.Equal($"7 {months[month - 1]} 2026", LocalTime.Day(new DateOnly(2026, month, 7), ScreenLanguage.Arabic));
        Assert.Equal("7 November 2026", LocalTime.Day(new DateOnly(2026, 11, 7), ScreenLanguage.English));
    }

    [Theory]
    [InlineData("d")]
    [InlineData("D")]
    [InlineData("f")]
    [InlineData("F")]
    [InlineData("g")]
    [InlineData("G")]
    [InlineData("t")]
    [InlineData("T")]
    public void No_date_holds_a_hidden_mark_or_an_arabic_digit(string pattern) =>
        Assert.All([Arabic, ScreenLanguage.English.Culture], culture =>
            Assert.DoesNotMatch("[\u200E\u200F\u0660-\u0669]", new DateTime(2026, 12, 31, 23, 59, 58).ToString(pattern, culture)));

    [Fact]
    public void The_week_begins_on_saturday_and_the_calendar_is_gregorian()
    {
        Assert.Equal(DayOfWeek.Saturday, Arabic.DateTimeFormat.FirstDayOfWeek);
        Assert.IsType<GregorianCalendar>(Arabic.DateTimeFormat.Calendar);
    }

    [Fact]
    public void The_culture_of_the_system_stays_as_it_was() =>
        Assert.NotSame(CultureInfo.GetCultureInfo("ar-LY"), Arabic);

    [Fact]
    public void Clocks_show_libyan_time_and_the_day_begins_at_libyan_midnight()
    {
        var instant = new DateTimeOffset(2026, 11, 7, 22, 30, 5, TimeSpan.Zero);
        Assert.Equal("00:30:05", LocalTime.Clock(instant));
        Assert.Equal("8 نوفمبر 2026", LocalTime.Day(instant, ScreenLanguage.Arabic));
        Assert.Equal(new DateTimeOffset(2026, 11, 7, 22, 0, 0, TimeSpan.Zero), LocalTime.DayStart(instant).ToUniversalTime());
    }

    [Fact]
    public void Digits_typed_in_arabic_or_persian_mean_the_same() =>
        Assert.Equal("operator-1234", TypedText.Digits("operator-١٢۳۴"));

    [Theory]
    [InlineData("/alerts/x?a=1", "/alerts/x?a=1")]
    [InlineData("//elsewhere", "/")]
    [InlineData("/\\elsewhere", "/")]
    [InlineData("elsewhere", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    [InlineData("/a\nb", "/")]
    public void A_way_back_leads_only_to_a_page_of_ours(string? asked, string given) => Assert.Equal(given, LocalPath.Or(asked, "/"));
}
