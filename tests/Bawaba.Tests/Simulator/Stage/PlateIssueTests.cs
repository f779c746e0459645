using System.Globalization;
using System.Text.RegularExpressions;
using Bawaba.Simulator.Stage.Plates;

namespace Bawaba.Tests.Simulator.Stage;

public sealed class PlateIssueTests
{
    [Theory]
    [InlineData(PlateCountry.Libya, "^9[0-9]-[0-9]{4,6}ليبيا$")]
    [InlineData(PlateCountry.Tunisia, "^9[0-9]{2}تونس[0-9]{4}$")]
    [InlineData(PlateCountry.Egypt, "^٠[١-٩]{3}[ء-ي]{2,3}$")]
    [InlineData(PlateCountry.Algeria, "^[0-9]{5,6}1[0-9]{2}9[0-9]$")]
    [InlineData(PlateCountry.Chad, "^9[0-9][A-Z][0-9]{4}[A-Z]$")]
    public void Minted_plates_keep_their_country_s_form_in_visual_order_and_no_issued_code(PlateCountry country, string form)
    {
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
            Assert.Matches(new Regex(form, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), PlateIssue.Next(country, PlateLayout.OneRow, random).Text.Visual);
    }

    [Fact]
    public void A_Libyan_plate_s_key_is_its_municipality_and_number()
    {
        var plate = PlateIssue.Next(PlateCountry.Libya, PlateLayout.TwoRows, new Random(8)).Text;
        var parts = plate.Key.Split('-');
        Assert.InRange(int.Parse(parts[0], CultureInfo.InvariantCulture), PlateIssue.FirstFreeCode, 99);
        Assert.StartsWith(plate.Key, plate.Visual, StringComparison.Ordinal);
    }
}
