// One word for one thing: what public types are called is explained in docs/glossary.md, in both languages.
using System.Text.RegularExpressions;

namespace Bawaba.Tests.Architecture;

public sealed partial class GlossaryTests
{
    private const string Arabic = "العربية";

    private static SourceFile Document { get; } = Repository.File("docs/glossary.md");

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; } =
        [.. Document.Lines.Where(l => l.StartsWith("## ", StringComparison.Ordinal)).SelectMany(l => MarkdownTable.Under(Document, l[3..].Trim()))];

    private static IReadOnlyList<string> PlainWords { get; } =
        [.. Repository.File("tests/Bawaba.Tests/Architecture/plain-words.txt").Lines.Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')];

    [Fact]
    public void Every_word_of_a_public_types_name_is_in_the_glossary_or_plain()
    {
        var known = Rows.SelectMany(r => TermWord().Matches(r["term"]).Select(m => Singular(m.Value))).Concat(PlainWords.Select(Singular)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown =
            from type in Assemblies.WrittenTypes()
            where type.IsPublic
            from word in Words.Of(type.Name)
            where !known.Contains(Singular(word))
            select $"{word} (in {type.FullName})";
        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_term_has_its_arabic_and_its_meaning() =>
        Assert.All(Rows, row =>
        {
            Assert.Matches(@"\p{IsArabic}{2,}", row[Arabic]);
            Assert.True(row["meaning"].Length >= 8, $"{row["term"]} has no meaning");
        });

    [Fact]
    public void No_term_stands_twice() =>
        Assert.Equal(Rows.Count, Rows.Select(r => r["term"]).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Every_type_that_the_glossary_names_exists()
    {
        var types = Assemblies.WrittenTypes().Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var missing =
            from row in Rows
            where row["in code"] != "later"
            from name in row["in code"].Split(',', StringSplitOptions.TrimEntries)
            where !types.Contains(name.Trim('`'))
            select $"{row["term"]}: {name}";
        Assert.Empty(missing);
    }

    [Fact]
    public void A_plain_word_is_listed_once_and_is_no_term() =>
        Assert.All(PlainWords, word =>
        {
            Assert.Single(PlainWords, w => w == word);
            Assert.DoesNotContain(Rows, r => r["term"] == word);
        });

    private static string Singular(string word) => word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;

    [GeneratedRegex("[A-Za-z]+", RegexOptions.None, 1000)]
    private static partial Regex TermWord();
}
