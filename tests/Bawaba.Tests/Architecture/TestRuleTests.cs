// What a test may be: the fast suite starts no process, none is skipped for comfort, and no framework plays the part
// of a real neighbour.
namespace Bawaba.Tests.Architecture;

public sealed class TestRuleTests
{
    // Parts of names, put together so that this file does not hold them.
    private static readonly string[] ProcessStarts = ["Process" + ".Start(", "new Process" + "StartInfo"];
    private static readonly string[] Skips = ["Skip" + " =", "Assert." + "Skip"];
    private static readonly string[] Mocks = ["Moq", "NSubstitute", "FakeItEasy"];

    [Fact]
    public void The_fast_suite_starts_no_process() =>
        Assert.Empty(Holding(ProcessStarts, "tests/Bawaba.Tests"));

    [Fact]
    public void A_test_is_skipped_only_where_the_photos_it_reads_are_not_there() =>
        Assert.All(Holding(Skips, "tests"), path => Assert.Contains("shared/data", Repository.File(path).Text, StringComparison.Ordinal));

    [Fact]
    public void No_mocking_library_is_used() =>
        Assert.All(Mocks, mock => Assert.DoesNotContain(mock, Repository.File("Directory.Packages.props").Text, StringComparison.Ordinal));

    private static IEnumerable<string> Holding(string[] parts, string folder) =>
        Repository.CSharp.Where(f => f.IsUnder(folder) && parts.Any(p => f.Text.Contains(p, StringComparison.Ordinal))).Select(f => f.Path);
}
