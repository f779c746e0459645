using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Bawaba.Contracts;
using Bawaba.Simulator.Cameras;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Simulator.Cameras;

public sealed partial class CameraSimulatorTests : IAsyncLifetime
{
    private static readonly CameraId Id = CameraId.Parse("lane-1");
    private readonly CameraSimulator _simulator = new(TimeProvider.System, NullLoggerFactory.Instance);

    public ValueTask InitializeAsync()
    {
        _simulator.Start(0);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task A_client_gets_the_description_then_every_picture_from_the_first_key_picture_on()
    {
        var url = Add(pictures: 5);
        using var client = await RtspClient.ConnectAsync(_simulator.Port);

        var described = await client.AskAsync("DESCRIBE", url);
        Assert.Equal(200, described.Status);
        Assert.Contains($"sprop-parameter-sets={Convert.ToBase64String(CodedPictures.Sps)},{Convert.ToBase64String(CodedPictures.Pps)}", described.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await client.PlayAsync(url)).Status);

        var types = new List<int>();
        for (var i = 0; i < 7; i++)
            types.Add((await client.ReadPacketAsync()).Packet[12] & 0x1F);
        Assert.Equal([7, 8, 5, 1, 1, 1, 1], types);
        Assert.True(await client.IsClosedAsync(), "the film has ended");
    }

    [Fact]
    public async Task Each_frame_sent_is_told_with_its_number_and_instant()
    {
        var sent = new ConcurrentQueue<SentFrame>();
        _simulator.FrameSent = sent.Enqueue;
        var before = TimeProvider.System.GetUtcNow();
        var url = Add(pictures: 4);
        using var client = await RtspClient.ConnectAsync(_simulator.Port);
        await client.PlayAsync(url);
        for (var i = 0; i < 6; i++)
            await client.ReadPacketAsync();

        Assert.Equal([0L, 1, 2, 3], sent.Select(f => f.Number));
        Assert.All(sent, f => Assert.Equal((Id, 1), (f.Camera, f.Run)));
        Assert.True(sent.First().SentAt >= before);
        Assert.True(sent.Zip(sent.Skip(1)).All(pair => pair.First.SentAt < pair.Second.SentAt));
    }

    [Fact]
    public async Task Digest_opens_for_the_right_password_alone()
    {
        var login = new CameraLogin("viewer", "right");
        var url = Add(pictures: 5, new() { Login = login });
        using var client = await RtspClient.ConnectAsync(_simulator.Port);

        var challenge = await client.AskAsync("DESCRIBE", url);
        Assert.Equal(401, challenge.Status);
        var nonce = Nonce().Match(challenge.Headers["WWW-Authenticate"]).Groups["nonce"].Value;
        Assert.Equal(401, (await client.AskAsync("DESCRIBE", url, Authorization(login with { Password = "wrong" }, url, nonce))).Status);
        Assert.Equal(401, (await client.AskAsync("DESCRIBE", url, Authorization(login, url, "another-nonce"))).Status);
        Assert.Equal(200, (await client.AskAsync("DESCRIBE", url, Authorization(login, url, nonce))).Status);
    }

    [Fact]
    public async Task A_camera_that_refuses_says_401_to_the_right_password_too()
    {
        var url = Add(pictures: 5, new() { Faults = new() { Refuses = true } });
        using var client = await RtspClient.ConnectAsync(_simulator.Port);

        Assert.Equal(401, (await client.AskAsync("DESCRIBE", url)).Status);
        Assert.Equal(401, (await client.AskAsync("DESCRIBE", url, "Authorization: Digest username=\"a\"")).Status);
    }

    [Fact]
    public async Task One_client_more_than_allowed_is_sent_away_and_let_in_when_another_has_left()
    {
        var url = Add(pictures: 500, new() { MaxClients = 1 });
        using var first = await RtspClient.ConnectAsync(_simulator.Port);
        using var second = await RtspClient.ConnectAsync(_simulator.Port);

        Assert.Equal(200, (await first.PlayAsync(url)).Status);
        Assert.Equal(453, (await second.PlayAsync(url)).Status);
        first.Dispose();
        var status = 453;
        for (var i = 0; i < 100 && status == 453; i++)
        {
            await Task.Delay(50, Cancel);
            status = (await second.PlayAsync(url)).Status;
        }
        Assert.Equal(200, status);
    }

    [Fact]
    public async Task What_is_not_served_has_its_own_answer()
    {
        var url = Add(pictures: 5);
        using var client = await RtspClient.ConnectAsync(_simulator.Port);

        Assert.Equal(404, (await client.AskAsync("DESCRIBE", url + "-other")).Status);
        Assert.Equal(461, (await client.AskAsync("SETUP", url, "Transport: RTP/AVP;multicast;client_port=9000-9001")).Status);
        Assert.Equal(454, (await client.AskAsync("PLAY", url, "Session: none")).Status);
        Assert.Equal(405, (await client.AskAsync("RECORD", url)).Status);
        Assert.Equal(200, (await client.AskAsync("TEARDOWN", url)).Status);
        Assert.True(await client.IsClosedAsync());
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("DESCRIBE rtsp://x/y RTSP/1.0\r\nno colon\r\n\r\n", 400)]
    [InlineData("DESCRIBE rtsp://x/y RTSP/1.0\r\nContent-Length: 99999\r\n\r\n", 413)]
    public async Task A_request_outside_the_rules_ends_its_connection(string request, int status)
    {
        using var client = await RtspClient.ConnectAsync(_simulator.Port);
        await client.WriteAsync(request);

        Assert.Equal(status, (await client.ReadAnswerAsync()).Status);
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task A_request_without_end_is_cut_off()
    {
        using var client = await RtspClient.ConnectAsync(_simulator.Port);
        await client.WriteAsync("OPTIONS rtsp://x/y RTSP/1.0\r\n" + string.Concat(Enumerable.Repeat("X: y\r\n", 3000)));

        Assert.Equal(400, (await client.ReadAnswerAsync()).Status);
    }

    [Fact]
    public async Task A_stalled_camera_sends_no_picture_more_and_its_reports_go_on()
    {
        var time = new FakeTimeProvider();
        await using var simulator = new CameraSimulator(time, NullLoggerFactory.Instance);
        simulator.AddLive(Id, 10, _ => Task.FromResult<Stream>(new MemoryStream(CodedPictures.Film(400))), new() { Faults = new() { StallAfterFrames = 3 } });
        simulator.Start(0);
        using var client = await RtspClient.ConnectAsync(simulator.Port);
        await client.PlayAsync(simulator.UrlOf(Id));

        var channels = new List<byte>();
        for (var i = 0; i < 7; i++)
        {
            var reading = client.ReadPacketAsync();
            while (!reading.IsCompleted)
            {
                time.Advance(TimeSpan.FromMilliseconds(100));
                await Task.WhenAny(reading, Task.Delay(2, Cancel));
            }
            channels.Add((await reading).Channel);
        }
        // Three pictures are five packets: two parameter sets, a key picture, two others.
        Assert.Equal(5, channels.Count(c => c == 0));
        Assert.Equal([1, 1], channels.TakeLast(2));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Authorization(CameraLogin login, string url, string nonce) =>
        $"Authorization: Digest username=\"{login.UserName}\", nonce=\"{nonce}\", uri=\"{url}\", response=\"{DigestGuard.ResponseOf(login, "DESCRIBE", url, nonce)}\"";

    private string Add(int pictures, SimulatedCameraOptions? options = null)
    {
        _simulator.AddLive(Id, 25, _ => Task.FromResult<Stream>(new MemoryStream(CodedPictures.Film(pictures))), options);
        return _simulator.UrlOf(Id);
    }

    [GeneratedRegex("nonce=\"(?<nonce>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nonce();
}
