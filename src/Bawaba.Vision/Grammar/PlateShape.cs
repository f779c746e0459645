using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Bawaba.Vision.Grammar;

/// <summary>One layout of one country as a regular expression over visual text.</summary>
internal sealed class PlateShape
{
    private readonly Regex _expression;

    [JsonConstructor]
    public PlateShape(string country, string pattern, float? prior)
    {
        Country = country;
        Pattern = pattern;
        Prior = prior;
        _expression = new($"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
    }

    public string Country { get; }

    public string Pattern { get; }

    /// <summary>What the shape adds to a text's log-likelihood: 0, or less for one so wide that it says little.</summary>
    public float? Prior { get; }

    internal bool Matches(string text) => _expression.IsMatch(text);
}
