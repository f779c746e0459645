// What only a store in a file of its own promises.
using Bawaba.Center.Storage;

namespace Bawaba.Tests.Center.Storage;

public sealed class SqliteFileTests
{
    [Fact]
    public async Task The_folder_and_the_store_belong_to_their_owner_alone()
    {
        await using var rig = await CenterRig.StartAsync();
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        Assert.Equal(default, File.GetUnixFileMode(rig.DataFolder) & others);
        Assert.Equal(default, File.GetUnixFileMode(Path.Combine(rig.DataFolder, SqliteConnections.FileName)) & others);
    }

    [Fact]
    public async Task A_number_that_stands_in_the_audit_log_is_not_replaced()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var before = await rig.ActsAsync();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => rig.Get<CenterStore>().WriteAsync(
            c => c.Run("INSERT OR REPLACE INTO audit_event (seq, at, act, account, role, session, address, subject, detail) VALUES (1, 0, '', '', '', '', '', '', '')"),
            rig.Cancellation));
        Assert.Equal(before, await rig.ActsAsync());
    }
}
