// Comments say why; they are no store for code or for plans.
using System.Text.RegularExpressions;

namespace Bawaba.Tests.Architecture;

public sealed partial class CommentTests
{
    private const int WeightLines = 100;

    // Put together, so that this file does not hold the words.
    private static readonly string[] Plans = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "X" + "XX"];

    [Fact]
    public void No_plan_is_left_in_a_comment()
    {
        var faults =
            from file in Repository.Texts
            where file.IsCode
            from line in file.Lines
            where Plans.Any(p => Regex.IsMatch(line, $@"\b{p}\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
            select $"{file.Path}: {line.Trim()}";
        Assert.Empty(faults);
    }

    [Fact]
    public void No_code_is_commented_out()
    {
        var faults =
            from file in Repository.Texts
            where file.Ending is ".cs" or ".js" or ".razor"
            from line in file.Lines
            where LooksLikeCode(line)
            select $"{file.Path}: {line.Trim()}";
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("    // var passage = tracker.Observe(frame);")]
    [InlineData("// return null;")]
    [InlineData("    // if (frame is null)")]
    [InlineData("    // }")]
    public void Code_in_a_comment_is_recognised(string line) => Assert.True(LooksLikeCode(line));

    [Theory]
    [InlineData("    // Waits while the disk refuses; meanwhile frames are dropped, and this record is not.")]
    [InlineData("    // if the camera stalls, the watchdog ends its child")]
    [InlineData("    /// <summary>Returns null;</summary>")]
    [InlineData("    var url = \"https://example.org/a;\";")]
    public void A_sentence_in_a_comment_is_not_taken_for_code(string line) => Assert.False(LooksLikeCode(line));

    [Fact]
    public void A_file_of_weight_opens_by_saying_what_it_is_for()
    {
        var silent = Repository.CSharp
            .Where(f => f.IsUnder("src") && f.Lines.Count > WeightLines)
            .Where(f => !f.Lines[0].StartsWith("// ", StringComparison.Ordinal))
            .Select(f => f.Path);
        Assert.Empty(silent);
    }

    private static bool LooksLikeCode(string line) =>
        CommentedStatement().IsMatch(line) || CommentedKeyword().IsMatch(line) || CommentedBrace().IsMatch(line);

    // An assignment or a call that ends a statement.
    [GeneratedRegex(@"^\s*//(?!/)\s*([\w.\[\]<>?]+ )*[\w.\[\]]+( [-+*/|&?]?= .+|\(.*\)|\+\+|--);\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentedStatement();

    [GeneratedRegex(@"^\s*//(?!/)\s*((return|await|throw|using|var|const|let)\b.*;|(if|for|foreach|while|switch|catch|lock) \(.*\)\s*\{?|else\s*\{?|(public|private|internal) .*[;{)])\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentedKeyword();

    [GeneratedRegex(@"^\s*//(?!/)\s*[{}]+[;)]*\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentedBrace();
}
