using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Reading;

public sealed class ScoreTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Drawn_plates_are_scored_by_country_width_and_condition_and_misses_get_a_page()
    {
        var (code, lines, _) = await ScoreAsync("--frames", "6", "--tracks", "1", "--sheets", _folder.File("sheets"));
        Assert.Equal(0, code);
        foreach (var country in (string[])["Algeria", "Chad", "Egypt", "Libya", "Tunisia"])
            Assert.Equal(2, lines.Count(line => line.StartsWith(country + " ", StringComparison.Ordinal) && !line.Contains('·', StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("Libya · width", StringComparison.Ordinal));
        Assert.True(Directory.Exists(_folder.File("sheets")));
    }

    [Fact]
    public async Task Labelled_photos_are_scored_by_their_set()
    {
        await MadeFiles.PlateAsync(_folder.File("plate.png"));
        await File.WriteAllTextAsync(
            _folder.File("photos.jsonl"),
            """{"photo":"plate.png","set":"made","split":"dev","width":800,"height":600,"plates":[{"box":[0,0,20,20],"corners":null,"text":"12A345"}]}""" + "\n",
            TestContext.Current.CancellationToken);
        var (code, lines, errors) = await ScoreAsync("--photos", _folder.Path, "--frames", "0", "--tracks", "0", "--sheets", _folder.File("sheets"));
        Assert.True(code == 0, errors);
        // The label is in the wrong corner on purpose: the plate that is seen is extra, the one that is asked for missed.
        var row = Assert.Single(lines, line => line.StartsWith("made ", StringComparison.Ordinal) && !line.Contains('·', StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["made", "1", "1", "0.0", "1.000", "1", "0.0"], row[..7]);
        Assert.Contains(lines, line => line.EndsWith("made-missed.html", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--frames", "-1")]
    [InlineData("--photos", "/no/such/folder")]
    public async Task What_cannot_be_scored_is_a_clear_fault(params string[] arguments)
    {
        var (code, _, errors) = await ScoreAsync(arguments);
        Assert.NotEqual(0, code);
        Assert.True(errors.Contains("--frames is a number", StringComparison.Ordinal) || errors.Contains("bawaba score: ", StringComparison.Ordinal), errors);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<(int Code, IReadOnlyList<string> Lines, string Errors)> ScoreAsync(params string[] arguments)
    {
        await using var child = BawabaProcess.Start(["score", .. arguments]);
        var code = await child.ExitAsync(Patience);
        return (code, child.Output.Lines, child.Errors.ToString());
    }
}
