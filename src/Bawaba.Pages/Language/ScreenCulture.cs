// How numbers and dates are written on screens. The system's ar-LY writes 1.234,5 and puts U+200F into dates:
// both cultures are cloned and fixed here once. Used by ScreenLanguage; the process's default culture is untouched.
using System.Globalization;

namespace Bawaba.Pages.Language;

internal static class ScreenCulture
{
    private static readonly string[] ArabicMonths =
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر", ""];

    internal static CultureInfo Arabic { get; } = Fixed("ar-LY", ArabicMonths, "ص", "م");

    internal static CultureInfo English { get; } = Fixed("en-GB", null, "am", "pm");

    private static CultureInfo Fixed(string name, string[]? months, string morning, string afternoon)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        var numbers = culture.NumberFormat;
        numbers.NumberDecimalSeparator = numbers.PercentDecimalSeparator = ".";
        numbers.NumberGroupSeparator = numbers.PercentGroupSeparator = ",";
        numbers.NegativeSign = "-";
        numbers.PositiveSign = "+";
        numbers.PercentSymbol = "%";
        numbers.PercentPositivePattern = numbers.PercentNegativePattern = 1;
        numbers.NumberNegativePattern = 1;
        numbers.DigitSubstitution = DigitShapes.None;
        var dates = culture.DateTimeFormat;
        dates.Calendar = new GregorianCalendar();
        dates.FirstDayOfWeek = DayOfWeek.Saturday;
        dates.AMDesignator = morning;
        dates.PMDesignator = afternoon;
        dates.DateSeparator = "/";
        dates.TimeSeparator = ":";
        dates.ShortDatePattern = "d/M/yyyy";
        dates.LongDatePattern = "d MMMM yyyy";
        dates.ShortTimePattern = "HH:mm";
        dates.LongTimePattern = "HH:mm:ss";
        dates.FullDateTimePattern = "d MMMM yyyy HH:mm:ss";
        if (months is not null)
            dates.MonthNames = dates.MonthGenitiveNames = dates.AbbreviatedMonthNames = dates.AbbreviatedMonthGenitiveNames = months;
        return CultureInfo.ReadOnly(culture);
    }
}
