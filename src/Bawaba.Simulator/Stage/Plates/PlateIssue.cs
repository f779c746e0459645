// Mints plates that no authority has issued, in each country's own grammar, so that no drawn plate can be a real vehicle's:
// Libya's municipality codes 90 to 99 and Tunisia's series 900 to 999 have not been reached, Algeria's provinces and Chad's
// regions are numbered below 90, and Egypt's plates do not begin with the digit zero. See docs in DemoCity.
using System.Globalization;
using Bawaba.Contracts;

namespace Bawaba.Simulator.Stage.Plates;

/// <summary>Plates of the fictional city.</summary>
public static class PlateIssue
{
    /// <summary>First municipality code of the fictional city; Libya has issued none from here to 99.</summary>
    public const int FirstFreeCode = 90;

    private const string EgyptianLetters = "أبجدرسصطعفقلمنهوى";
    private const string ChadianLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";

    /// <summary>The next plate of this country; one random source gives one sequence.</summary>
    public static DrawnPlate Next(PlateCountry country, PlateLayout layout, Random random, bool rear = false)
    {
        ArgumentNullException.ThrowIfNull(random);
        var text = country switch
        {
            PlateCountry.Libya => $"{Code(random)}-{Digits(random, random.Next(4, 7))}ليبيا",
            PlateCountry.Tunisia => $"9{Digits(random, 2, lead: true)}تونس{Digits(random, 4)}",
            PlateCountry.Egypt => $"٠{Arabic(random, 3)}{Letters(random, EgyptianLetters, random.Next(2, 4))}",
            PlateCountry.Algeria => $"{Digits(random, random.Next(5, 7))}1{random.Next(10, 26).ToString("00", CultureInfo.InvariantCulture)}{Code(random)}",
            PlateCountry.Chad => $"{Code(random)}{Letters(random, ChadianLetters, 1)}{Digits(random, 4)}{Letters(random, ChadianLetters, 1)}",
            _ => throw new ArgumentOutOfRangeException(nameof(country)),
        };
        return new() { Country = country, Layout = country == PlateCountry.Egypt ? PlateLayout.OneRow : layout, Text = new PlateText(text), Rear = rear };
    }

    private static int Code(Random random) => random.Next(FirstFreeCode, 100);

    private static string Digits(Random random, int count, bool lead = false) =>
        string.Concat(Enumerable.Range(0, count).Select(i => (char)('0' + random.Next(i == 0 && !lead ? 1 : 0, 10))));

    private static string Arabic(Random random, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => (char)('\u0661' + random.Next(9))));

    private static string Letters(Random random, string from, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => from[random.Next(from.Length)]));
}
