using Bawaba.Center.Storage;

namespace Bawaba.Tests.Center.Audit;

public sealed class AuditLogTests
{
    [Theory]
    [InlineData("UPDATE audit_event SET act = 'Nothing'")]
    [InlineData("DELETE FROM audit_event")]
    [InlineData("INSERT INTO audit_event (seq, at, act, account, role, session, address, subject, detail) VALUES (1, 0, '', '', '', '', '', '', '')")]
    [InlineData("INSERT INTO audit_event (seq, at, act, account, role, session, address, subject, detail) VALUES (1, 0, '', '', '', '', '', '', '') ON CONFLICT (seq) DO UPDATE SET act = ''")]
    public async Task What_is_in_the_log_can_be_neither_changed_nor_taken_out(string statement)
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var before = await rig.ActsAsync();
        Assert.NotEmpty(before);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => rig.Get<CenterStore>().WriteAsync(c => c.Run(statement), rig.Cancellation));
        Assert.Equal(before, await rig.ActsAsync());
    }

    [Fact]
    public async Task Numbers_have_no_gap()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        for (var i = 0; i < 5; i++)
            await rig.RaiseAsync();
        var seqs = await rig.Get<CenterStore>().ReadAsync(c => c.Rows("SELECT seq FROM audit_event ORDER BY seq", r => r.GetInt64(0)), rig.Cancellation);
        Assert.Equal(Enumerable.Range(1, seqs.Count).Select(i => (long)i), seqs);
    }

    [Fact]
    public async Task No_plate_is_in_the_log()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        await rig.RaiseAsync();
        var details = await rig.Get<CenterStore>().ReadAsync(
            c => c.Rows("SELECT subject || ' ' || detail FROM audit_event", r => r.GetString(0)), rig.Cancellation);
        Assert.NotEmpty(details);
        Assert.DoesNotContain(details, d => d.Contains("123456", StringComparison.Ordinal));
    }
}
