// Starting and stopping the whole system, and what it refuses.
using System.Diagnostics;
using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Up;

public sealed class UpTests
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task It_stops_cleanly_and_no_child_outlives_it(string signal)
    {
        using var folder = new TempFolder();
        await using var up = BawabaProcess.Start("up", "--data", folder.File("data"), "--urls", "http://127.0.0.1:0");
        await up.ReadyAsync(StartPatience);
        var children = await ChildrenAsync(up.Id, atLeast: 1);
        Assert.Equal(0, await up.StopAsync(StopPatience, signal));
        Assert.All(children, child => Assert.False(Alive(child), $"child {child} outlived its parent"));
    }

    [Fact]
    public async Task No_child_outlives_a_killed_parent()
    {
        using var folder = new TempFolder();
        await using var up = BawabaProcess.Start("up", "--data", folder.File("data"), "--urls", "http://127.0.0.1:0");
        await up.ReadyAsync(StartPatience);
        var children = await ChildrenAsync(up.Id, atLeast: 1);
        await up.KillAsync();
        for (var tries = 0; tries < 50 && children.Any(Alive); tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(children, Alive);
    }

    [Fact]
    public async Task The_first_run_file_is_for_its_owner_alone_and_is_not_written_again()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.File("data"), "first-run.json");
        await using (var up = BawabaProcess.Start("up", "--data", folder.File("data"), "--urls", "http://127.0.0.1:0"))
        {
            await up.ReadyAsync(StartPatience);
            Assert.Contains(up.Output.Lines, line => line.Contains(file, StringComparison.Ordinal));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(file).UnixFileMode);
            await up.StopAsync(StopPatience);
        }
        var before = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await using var again = BawabaProcess.Start("up", "--data", folder.File("data"), "--urls", "http://127.0.0.1:0");
        await again.ReadyAsync(StartPatience);
        Assert.Equal(before, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(again.Output.Lines, line => line.Contains("password", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "https")]
    [InlineData("https://127.0.0.1:0", "certificate")]
    [InlineData("ftp://127.0.0.1", "not an http")]
    public async Task An_address_that_would_not_be_safe_is_refused(string url, string says)
    {
        using var folder = new TempFolder();
        await using var up = BawabaProcess.Start("up", "--data", folder.File("data"), "--urls", url);
        Assert.Equal(2, await up.ExitAsync(StartPatience));
        Assert.Contains(says, up.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_systems_do_not_share_a_data_folder()
    {
        using var folder = new TempFolder();
        await using var first = BawabaProcess.Start("up", "--data", folder.File("data"), "--urls", "http://127.0.0.1:0");
        await first.ReadyAsync(StartPatience);
        await using var second = BawabaProcess.Start("up", "--data", folder.File("data"), "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, await second.ExitAsync(StartPatience));
        Assert.Contains("in use", second.Errors.ToString(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<int>> ChildrenAsync(int parent, int atLeast)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var children = Process.GetProcesses().Where(p => ParentOf(p.Id) == parent).Select(p => p.Id).ToList();
            if (children.Count >= atLeast)
                return children;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"process {parent} has no {atLeast} children");
    }

    private static int ParentOf(int id)
    {
        try
        {
            // /proc/ID/stat: "id (name) state parent …"; the name may hold spaces.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static bool Alive(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
