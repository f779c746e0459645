// The tools of the other system tests, tried on the smallest thing they can drive.
namespace Bawaba.SystemTests.Running;

public sealed class RunningTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_built_program_names_its_verbs_and_ends_with_zero()
    {
        await using var bawaba = BawabaProcess.Start("--help");
        Assert.Equal(0, await bawaba.ExitAsync(Patience));
        Assert.Contains(bawaba.Output.Lines, line => line.Contains("read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_that_ends_early_is_reported_with_what_it_said()
    {
        await using var bawaba = BawabaProcess.Start("no-such-verb");
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => bawaba.ReadyAsync(Patience));
        Assert.Contains("no-such-verb", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browser_lays_out_arabic_from_right_to_left()
    {
        var page = await browser.PageAsync();
        await page.SetContentAsync("<html dir=rtl lang=ar-LY><p style='display:flex'><b>بوّابة</b><i>واحة</i></p></html>");
        var first = await page.Locator("b").BoundingBoxAsync();
        var second = await page.Locator("i").BoundingBoxAsync();
        Assert.True(first!.X > second!.X, "the first word stands right of the second");
        await page.Context.CloseAsync();
    }
}
