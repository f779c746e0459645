using System.Text;
using Bawaba.Contracts;
using Bawaba.Gate;
using Bawaba.Gate.Evidence;
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

    [Fact]
    public async Task The_pictures_of_a_followed_vehicle_reach_the_disk_for_a_hit_alone_and_leave_memory_for_others()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var time = new FakeTimeProvider(A.Morning);
        using var folder = new TempFolder();
        var matcher = new GateMatcher(time);
        matcher.Accept(A.Orders([A.Entry("5-12345")]) with { TakesFrames = true });
        await using var outbox = GateOutbox.Open(folder.File("outbox.db"), GateId.Parse("south-gate"), time, NullLogger.Instance);
        var desk = new LaneDesk(matcher, outbox, time);
        var budget = new PictureBudget(time);
        var claimed = new List<bool>();
        foreach (var plate in (string?[])["8-7654321", "5-12345", null])
        {
            var pictures = Followed(budget);
            await desk.AppendAsync(desk.RecordsOf(A.Sighting(plate) with { Pictures = pictures }), cancellation);
            claimed.Add(pictures.IsClaimed);
            await desk.AppendAsync(desk.RecordsOf(pictures), cancellation);
        }
        Assert.Equal([false, true, false], claimed);
        Assert.Equal(0, budget.Bytes);
        // Never before their hit, and after what is more urgent.
        var hits = outbox.Peek(100).Where(r => r.Hit is not null).ToList();
        Assert.DoesNotContain(outbox.Peek(100), r => r.Frames is not null);
        outbox.Forget(hits);
        var records = outbox.Peek(100);
        var frames = records.Where(r => r.Frames is not null).ToList();
        Assert.NotEmpty(frames);
        Assert.All(frames, f => Assert.Equal(Assert.Single(hits).Hit!.Passage, f.Frames!.Passage));
        outbox.Forget(records);
        Assert.Empty(Holding(folder, "capturedAt", "weight"));
    }

    [Fact]
    public void A_center_of_an_older_program_is_sent_none()
    {
        var time = new FakeTimeProvider(A.Morning);
        var matcher = new GateMatcher(time);
        matcher.Accept(A.Orders([A.Entry("5-12345")]));
        var pictures = Followed(new(time));
        new LaneDesk(matcher, null!, time).RecordsOf(A.Sighting("5-12345") with { Pictures = pictures });
        Assert.False(pictures.IsClaimed);
    }

    private static TrackPictures Followed(PictureBudget budget)
    {
        var pictures = new TrackPictures(budget);
        for (var i = 0; i < 5; i++)
        {
            using var frame = Bawaba.Vision.Frame.Rent(640, 360, A.Morning.AddMilliseconds(250 * i));
            frame.Rgb.Fill(99);
            pictures.See(frame, Passages.ReadingOf.Box(300, 200, 90, 30), [], 1);
        }
        return pictures;
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
