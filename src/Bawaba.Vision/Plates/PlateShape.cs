using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Bawaba.Vision.Plates;

/// <summary>One layout of one country as a regular expression over visual text.</summary>
internal sealed class PlateShape
{
    private readonly Regex _expression;

    [JsonConstructor]
    public PlateShape(string country, string pattern)
    {
        Country = country;
        Pattern = pattern;
        _expression = new($"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
    }

    public string Country { get; }

    public string Pattern { get; }

    internal bool Matches(string text) => _expression.IsMatch(text);
}
