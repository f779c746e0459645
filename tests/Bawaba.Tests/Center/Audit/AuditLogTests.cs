using Bawaba.Center.Audit;
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
    public async Task What_many_ask_to_be_written_at_once_is_there_when_each_is_told_and_where_the_log_is_broken_each_is_told()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (log, store) = (rig.Get<AuditLog>(), rig.Get<CenterStore>());
        var (taken, free) = (new TaskCompletionSource(), new TaskCompletionSource());
        var busy = Task.Run(() => store.WriteAsync(_ => Hold(taken, free), rig.Cancellation), rig.Cancellation);
        await taken.Task;
        var writes = Enumerable.Range(0, 500).Select(i => WriteAsync($"many-{i}")).ToArray();
        Assert.DoesNotContain(writes, w => w.IsCompleted);
        free.SetResult();
        await busy;
        Assert.All(await Task.WhenAll(writes), Assert.True);
        var rows = await store.ReadAsync(c => c.Rows("SELECT seq, subject FROM audit_event ORDER BY seq", r => (Seq: r.GetInt64(0), Subject: r.GetString(1))), rig.Cancellation);
        Assert.Equal(Enumerable.Range(1, rows.Count).Select(i => (long)i), rows.Select(r => r.Seq));
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"many-{i}"), rows.Select(r => r.Subject).Where(s => s.StartsWith("many-", StringComparison.Ordinal)));
        await rig.BreakAuditAsync();
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(i => WriteAsync($"lost-{i}"))), Assert.False);
        await rig.MendAuditAsync();
        Assert.True(await WriteAsync("found"));

        Task<bool> WriteAsync(string subject) => log.TryWriteAsync(new(AuditAct.AlertSeen, AuditActor.System, subject), rig.Cancellation);
    }

    [Fact]
    public async Task Who_no_longer_waits_for_a_row_does_not_keep_others_from_theirs()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (log, store) = (rig.Get<AuditLog>(), rig.Get<CenterStore>());
        var (taken, free) = (new TaskCompletionSource(), new TaskCompletionSource());
        var busy = Task.Run(() => store.WriteAsync(_ => Hold(taken, free), rig.Cancellation), rig.Cancellation);
        await taken.Task;
        using var gone = new CancellationTokenSource();
        var first = log.TryWriteAsync(new(AuditAct.AlertSeen, AuditActor.System, "first"), gone.Token);
        var second = log.TryWriteAsync(new(AuditAct.AlertSeen, AuditActor.System, "second"), rig.Cancellation);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        free.SetResult();
        await busy;
        Assert.True(await second);
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

    // Keeps the store's one writer.
    private static void Hold(TaskCompletionSource taken, TaskCompletionSource free)
    {
        taken.SetResult();
        free.Task.GetAwaiter().GetResult();
    }
}
