using System.Text;
using Bawaba.Contracts;
using Bawaba.Gate;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Outbox;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Gate.Outbox;

public sealed class NonHitTests
{
    [Fact]
    public async Task A_non_hits_plate_reaches_no_file_of_the_gate_in_any_encoding()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var time = new FakeTimeProvider(A.Morning);
        using var folder = new TempFolder();
        var matcher = new GateMatcher(time);
        matcher.Accept(A.Orders([A.Entry("5-12345")]));
        await using (var outbox = GateOutbox.Open(folder.File("outbox.db"), GateId.Parse("south-gate"), time, NullLogger.Instance))
        {
            var desk = new LaneDesk(matcher, outbox, time);
            foreach (var plate in (string?[])["8-7654321", "123تونس4567", "5-12345", null])
                await desk.AppendAsync(desk.RecordsOf(A.Sighting(plate)), cancellation);
            Assert.Equal(5, outbox.Pending);
            Assert.Empty(Holding(folder, "8-7654321", "87654321", "123تونس4567", "123\\u062A\\u0648\\u0646\\u06334567", "1234567"));
            // The search itself finds what is there.
            Assert.NotEmpty(Holding(folder, "5-12345"));
        }
        Assert.Empty(Holding(folder, "8-7654321", "87654321", "123تونس4567", "123\\u062A\\u0648\\u0646\\u06334567", "1234567"));
    }

    [Fact]
    public void A_revision_is_not_counted_again_and_a_hit_in_it_is_a_hit()
    {
        var time = new FakeTimeProvider(A.Morning);
        var matcher = new GateMatcher(time);
        matcher.Accept(A.Orders());
        var desk = new LaneDesk(matcher, null!, time);
        Assert.Equal(1, Assert.Single(desk.RecordsOf(A.Sighting(revision: 1))).Hit!.Revision);
        Assert.Empty(desk.RecordsOf(A.Sighting("8-1", revision: 1)));
        Assert.Equal(2, desk.RecordsOf(A.Sighting()).Count);
    }

    private static IEnumerable<string> Holding(TempFolder folder, params string[] texts) =>
        from path in Directory.GetFiles(folder.Path)
        let bytes = ReadShared(path)
        from text in texts
        from encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode]
        where bytes.AsSpan().IndexOf(encoding.GetBytes(text)) >= 0
        select $"{text} as {encoding.WebName} in {path}";

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
