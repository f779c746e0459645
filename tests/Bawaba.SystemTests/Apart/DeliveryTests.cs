// What a gate's uplink sends, over real TLS to a center of its own process: hits with their pictures too.
using System.Net.Http.Json;
using Bawaba.Contracts;
using Bawaba.Contracts.Enrolment;
using Bawaba.Gate.Enrolment;
using Bawaba.Gate.Uplink;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.SystemTests.Apart;

[Collection(Lanes.Waits)]
public sealed class DeliveryTests
{
    private static readonly GateId North = GateId.Parse("north");

    [Fact]
    public async Task A_batch_with_large_pictures_arrives_once_however_often_it_is_sent()
    {
        await using var center = await ApartCenter.StartAsync();
        using var link = await LinkAsync(center);
        var batch = Batch(North, pictureBytes: 300_000, hits: 12);
        Assert.Equal(new IntakeAck(13, 0), await link.DeliverAsync(batch, Cancellation));
        Assert.Equal(new IntakeAck(0, 13), await link.DeliverAsync(batch, Cancellation));
    }

    [Fact]
    public async Task What_unpacks_beyond_the_limit_is_refused_however_small_it_came()
    {
        await using var center = await ApartCenter.StartAsync();
        using var link = await LinkAsync(center);
        var batch = Batch(North, pictureBytes: 10, hits: 12);
        // Zeros: 29 MB that are packed into some tens of kilobytes.
        var bomb = batch with { Records = [.. batch.Records.Select(r => r.Hit is null ? r : r with { Pictures = new() { CropJpeg = new byte[1_800_000] } })] };
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => link.DeliverAsync(bomb, Cancellation));
        Assert.Equal(System.Net.HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal(new IntakeAck(13, 0), await link.DeliverAsync(batch, Cancellation));
    }

    [Fact]
    public async Task Orders_that_have_not_changed_are_confirmed_and_not_sent_again()
    {
        await using var center = await ApartCenter.StartAsync();
        using var link = await LinkAsync(center);
        var first = await link.GetOrdersAsync(North, Cancellation);
        var second = await link.GetOrdersAsync(North, Cancellation);
        Assert.Same(first.Entries, second.Entries);
        Assert.True(second.IssuedAt >= first.IssuedAt, $"{first.IssuedAt:O} {second.IssuedAt:O}");
        await center.StepAsync("commander", "north", "release");
        var released = await link.GetOrdersAsync(North, Cancellation);
        Assert.NotSame(first.Entries, released.Entries);
        Assert.NotEqual(first.Version, released.Version);
    }

    [Fact]
    public async Task A_gate_speaks_for_itself_alone()
    {
        await using var center = await ApartCenter.StartAsync();
        using var link = await LinkAsync(center);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => link.DeliverAsync(Batch(GateId.Parse("south"), 10, 1), Cancellation));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task What_a_revoked_gate_sends_is_not_taken()
    {
        await using var center = await ApartCenter.StartAsync();
        using var link = await LinkAsync(center);
        await center.StepAsync("commander", "north", "revoke");
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => link.DeliverAsync(Batch(North, 10, 1), Cancellation));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_gate_that_is_not_released_is_told_of_its_technicians_alone_and_one_of_before_duties_of_none()
    {
        await using var center = await ApartCenter.StartAsync();
        await center.PostAsync("technician", "north", "a password for this gate");
        await center.OfficerAsync("salem", "north", "a password for this gate");
        using var link = await LinkAsync(center);
        Assert.Equal("technician", Assert.Single((await link.GetOrdersAsync(North, Cancellation)).Officers).UserName);
        using var identity = GateIdentity.Find(center.GateData("identity"))!;
        using var old = CenterConnection.Open(new(center.Door), (_, presented, _, _) => CenterTrust.Believes(identity.Authority, presented), identity, TimeSpan.FromSeconds(20));
        Assert.Empty((await OrdersAsync(old)).Officers);
        await center.StepAsync("commander", "north", "release");
        Assert.Equal(["salem"], (await OrdersAsync(old)).Officers.Select(o => o.UserName));
        Assert.Equal(["salem", "technician"], (await link.GetOrdersAsync(North, Cancellation)).Officers.Select(o => o.UserName));
    }

    private static async Task<GateOrders> OrdersAsync(HttpClient gate) =>
        (await gate.GetFromJsonAsync(GateRoutes.Prefix + GateRoutes.Orders, ContractsJson.Default.GateOrders, Cancellation))!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<HttpCenterLink> LinkAsync(ApartCenter center)
    {
        Assert.True(EnrolmentCode.TryParse(await center.CodeAsync(), out var code));
        var (identity, _) = await EnrolmentClient.EnrolAsync(new(center.Door), code, center.GateData("identity"), Cancellation);
        return new(new(center.Door), identity, TimeProvider.System, NullLogger<HttpCenterLink>.Instance);
    }

    private static IntakeBatch Batch(GateId gate, int pictureBytes, int hits)
    {
        var now = TimeProvider.System.GetUtcNow();
        var picture = new byte[pictureBytes];
        new Random(1).NextBytes(picture);
        var records = Enumerable.Range(1, hits).Select(i => new GateRecord
        {
            Key = new(gate, 1, i),
            RecordedAt = now,
            Hit = HitAt(now),
            Pictures = new() { CropJpeg = picture, OverviewJpeg = picture },
        }).ToList();
        records.Add(new() { Key = new(gate, 1, hits + 1), RecordedAt = now, Count = CountAt(now) });
        return new() { Gate = gate, Records = records };
    }

    private static PassageCount CountAt(DateTimeOffset at) => new()
    {
        Passage = PassageId.Mint(TimeProvider.System),
        Camera = CameraId.Parse("north-in-1"),
        Lane = LaneId.Parse("in-1"),
        Direction = Direction.In,
        Vehicle = VehicleClass.Other,
        Outcome = PlateOutcome.Read,
        PassedAt = at,
    };

    private static Hit HitAt(DateTimeOffset at) => new()
    {
        Passage = PassageId.Mint(TimeProvider.System),
        Entry = EntryId.Parse("entry-1"),
        Mandate = MandateId.Parse("order-1"),
        Camera = CameraId.Parse("north-in-1"),
        Lane = LaneId.Parse("in-1"),
        Direction = Direction.In,
        Vehicle = VehicleClass.Other,
        Plate = new("5-123456"),
        Confidence = 0.9f,
        PassedAt = at,
        CapturedAt = at,
        MatchedAt = at,
    };
}
