// The hourly files: whole or not there, a day of them, and a disk that refuses stops nothing.
using Bawaba.Center.Situation;

namespace Bawaba.Tests.Center.Situation;

public sealed class SituationFolderTests
{
    [Fact]
    public async Task An_hour_has_one_file_a_day_of_them_stays_and_what_is_no_file_of_ours_stays_too()
    {
        await using var rig = await CenterRig.StartAsync();
        var folder = rig.Get<SituationFolder>();
        Assert.False(folder.HasThisHours);
        for (var hour = 0; hour < SituationFolder.KeptHours + 5; hour++)
        {
            Assert.True(await folder.WriteAsync($"hour {hour}", rig.Cancellation));
            Assert.True(folder.HasThisHours);
            if (hour == 0)
                await File.WriteAllTextAsync(Path.Combine(Place(rig), "note.txt"), "kept", rig.Cancellation);
            rig.Time.Advance(TimeSpan.FromHours(1));
        }
        var names = Names(rig);
        Assert.Equal(SituationFolder.KeptHours + 1, names.Count);
        Assert.Equal(("note.txt", "situation-2026-11-25T17Z.html", "situation-2026-11-26T16Z.html"), (names[0], names[1], names[^1]));
        Assert.Equal("hour 28", await File.ReadAllTextAsync(Path.Combine(Place(rig), names[^1]), rig.Cancellation));
    }

    [Fact]
    public async Task After_days_without_power_what_is_older_than_a_day_goes_although_it_is_few()
    {
        await using var rig = await CenterRig.StartAsync();
        var folder = rig.Get<SituationFolder>();
        await folder.WriteAsync("old", rig.Cancellation);
        rig.Time.Advance(TimeSpan.FromDays(3));
        await folder.WriteAsync("new", rig.Cancellation);
        Assert.Equal(["situation-2026-11-28T12Z.html"], Names(rig));
    }

    [Fact]
    public async Task A_write_that_was_cut_short_leaves_the_file_before_as_it_was_and_no_half_one()
    {
        await using var rig = await CenterRig.StartAsync();
        var folder = rig.Get<SituationFolder>();
        await folder.WriteAsync("whole", rig.Cancellation);
        // What a crash in the middle leaves behind.
        var half = Path.Combine(Place(rig), "situation-2026-11-25T13Z.html.part");
        await File.WriteAllTextAsync(half, "<!DOC", rig.Cancellation);
        rig.Time.Advance(TimeSpan.FromHours(1));
        Assert.False(folder.HasThisHours);
        Assert.True(await folder.WriteAsync("next", rig.Cancellation));
        Assert.Equal(["situation-2026-11-25T12Z.html", "situation-2026-11-25T13Z.html"], Names(rig));
        Assert.Equal("whole", await File.ReadAllTextAsync(Path.Combine(Place(rig), Names(rig)[0]), rig.Cancellation));
    }

    [Fact]
    public async Task The_folder_and_its_files_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var rig = await CenterRig.StartAsync();
        await rig.Get<SituationFolder>().WriteAsync("x", rig.Cancellation);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Place(rig)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Place(rig), Names(rig)[0])));
    }

    [Fact]
    public async Task A_disk_that_refuses_is_a_fault_since_then_until_a_file_can_be_written_again()
    {
        await using var rig = await CenterRig.StartAsync();
        var folder = rig.Get<SituationFolder>();
        // A file in the place of the folder: nothing can be written below it, whoever runs the test.
        await File.WriteAllTextAsync(Place(rig), "", rig.Cancellation);
        Assert.False(await folder.WriteAsync("x", rig.Cancellation));
        var since = rig.Now;
        rig.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.False(await folder.WriteAsync("x", rig.Cancellation));
        Assert.Equal(since, folder.Fault?.SinceAt);
        File.Delete(Place(rig));
        Assert.True(await folder.WriteAsync("x", rig.Cancellation));
        Assert.Null(folder.Fault);
    }

    private static string Place(CenterRig rig) => Path.Combine(rig.DataFolder, "situation");

    private static List<string> Names(CenterRig rig) => [.. Directory.EnumerateFiles(Place(rig)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
