// An incident's number: parsed once at the boundary. Given by IncidentDesk, used in addresses, logs and on paper.
using System.Text.RegularExpressions;

namespace Bawaba.Center.Incidents;

/// <summary>Names one incident: year and serial, such as 2026-000012.</summary>
public readonly partial record struct IncidentNumber
{
    private IncidentNumber(string value) => Value = value;

    public string Value => field ?? "";

    public static bool TryParse(string? text, out IncidentNumber number)
    {
        var valid = text is not null && Shape().IsMatch(text);
        number = valid ? new(text!) : default;
        return valid;
    }

    /// <exception cref="FormatException">It is not year-serial.</exception>
    public static IncidentNumber Parse(string text) => TryParse(text, out var number) ? number : throw new FormatException("An incident's number is year-serial, such as 2026-000012.");

    public override string ToString() => Value;

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{6}\z", RegexOptions.None, 100)]
    private static partial Regex Shape();
}
