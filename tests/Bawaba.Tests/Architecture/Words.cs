using System.Text.RegularExpressions;

namespace Bawaba.Tests.Architecture;

/// <summary>Splits a type's name into its words.</summary>
internal static partial class Words
{
    /// <summary><c>IGatePictures</c> is Gate and Pictures; <c>SlugJsonConverter`1</c> is Slug, Json and Converter.</summary>
    internal static IReadOnlyList<string> Of(string typeName)
    {
        var name = typeName.Split('`')[0];
        if (name.Length > 1 && name[0] == 'I' && char.IsAsciiLetterUpper(name[1]))
            name = name[1..];
        return [.. Word().Matches(name).Select(m => m.Value)];
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z]*|[a-z]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
