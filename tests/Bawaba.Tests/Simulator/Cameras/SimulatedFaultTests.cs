// Faults that are switched while clients play: what a client sees when one begins, and when it ends.
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Bawaba.Contracts;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Faults;
using Bawaba.Tests.Gate;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Tests.Simulator.Cameras;

public sealed partial class SimulatedFaultTests : IAsyncLifetime
{
    private static readonly CameraId Id = CameraId.Parse("lane-1");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly CameraSimulator _simulator = new(TimeProvider.System, NullLoggerFactory.Instance);
    private readonly TempFolder _folder = new();
    private string _url = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        // A key picture every five pictures, so that a client need not wait long for one.
        var film = Path.Combine(_folder.Path, "film.h264");
        File.WriteAllBytes(film, CodedPictures.Film(5));
        _simulator.AddFilm(Id, film, 50, Task.CompletedTask);
        _simulator.Start(0);
        _url = _simulator.UrlOf(Id);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_stalled_client_gets_a_key_picture_first_when_the_stall_ends()
    {
        using var client = await PlayingAsync();
        await ReadUntilAsync(client, type: 1);
        _simulator.Begin(Id, SimulatedFault.Stall, null);
        // What was under way still comes; a third of a second without a packet is fifteen pictures that did not.
        var next = client.ReadPacketAsync();
        while (await Task.WhenAny(next, Task.Delay(300, Cancel)) == next)
            next = client.ReadPacketAsync();
        _simulator.End(Id, SimulatedFault.Stall);
        Assert.Equal(7, (await next).Packet[12] & 0x1F);
    }

    [Fact]
    public async Task A_frozen_camera_answers_nothing_keeps_its_connections_and_goes_on_afterwards()
    {
        using var client = await PlayingAsync();
        _simulator.Begin(Id, SimulatedFault.Freeze, null);
        using var other = await RtspClient.ConnectAsync(_simulator.Port);
        var asked = other.AskAsync("DESCRIBE", _url);
        while (client.HasBytes)
            await client.ReadPacketAsync();
        var nextPacket = client.ReadPacketAsync();
        Assert.NotSame(asked, await Task.WhenAny(asked, Task.Delay(300, Cancel)));
        _simulator.End(null, null);
        Assert.Equal(200, (await asked).Status);
        await nextPacket;
    }

    [Fact]
    public async Task A_refusing_port_cuts_everybody_off_takes_nobody_and_opens_again_by_itself()
    {
        using var client = await PlayingAsync();
        _simulator.Begin(null, SimulatedFault.Refuse, TimeSpan.FromSeconds(1));
        await DrainAsync(client);
        await Assert.ThrowsAsync<SocketException>(() => RtspClient.ConnectAsync(_simulator.Port));
        using var back = await ConnectAgainAsync();
        Assert.Equal(200, (await back.PlayAsync(_url)).Status);
    }

    [Theory]
    [InlineData(SimulatedFault.Busy, 453)]
    [InlineData(SimulatedFault.Unauthorized, 401)]
    public async Task Who_plays_is_sent_away_and_who_comes_is_told_why(SimulatedFault fault, int status)
    {
        using var client = await PlayingAsync();
        _simulator.Begin(Id, fault, null);
        await DrainAsync(client);
        using var other = await RtspClient.ConnectAsync(_simulator.Port);
        Assert.Equal(status, (await other.PlayAsync(_url)).Status);
        _simulator.End(Id, fault);
        Assert.Equal(200, (await other.PlayAsync(_url)).Status);
    }

    [Fact]
    public async Task A_camera_that_drops_its_clients_drops_them_again_when_they_come_back()
    {
        using var client = await PlayingAsync();
        _simulator.Begin(Id, SimulatedFault.Drop, null);
        await DrainAsync(client);
        using var again = await PlayingAsync();
        await DrainAsync(again);
    }

    [Fact]
    public async Task Every_twentieth_packet_is_lost_and_its_number_with_it()
    {
        _simulator.Begin(Id, SimulatedFault.Gaps, null);
        using var client = await PlayingAsync();
        var numbers = new List<ushort>();
        while (numbers.Count < 45)
        {
            if (await client.ReadPacketAsync() is { Channel: 0 } read)
                numbers.Add(BinaryPrimitives.ReadUInt16BigEndian(read.Packet.AsSpan(2)));
        }
        Assert.Equal(2, numbers.Zip(numbers.Skip(1)).Count(pair => (ushort)(pair.Second - pair.First) == 2));
    }

    [Fact]
    public async Task A_stale_nonce_is_said_to_be_stale_and_the_new_one_is_good()
    {
        var login = new CameraLogin("viewer", "right");
        var id = CameraId.Parse("lane-2");
        _simulator.AddLive(id, 25, _ => Task.FromResult<Stream>(new MemoryStream(CodedPictures.Film(9))), new() { Login = login });
        _simulator.Begin(id, SimulatedFault.StaleNonce, null);
        var url = _simulator.UrlOf(id);
        using var client = await RtspClient.ConnectAsync(_simulator.Port);
        var first = NonceOf(await client.AskAsync("DESCRIBE", url));
        Assert.Equal(200, (await client.AskAsync("DESCRIBE", url, Authorization(login, url, first))).Status);
        var stale = await client.AskAsync("DESCRIBE", url, Authorization(login, url, first));
        Assert.Equal(401, stale.Status);
        Assert.Contains("stale=TRUE", stale.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        Assert.Equal(200, (await client.AskAsync("DESCRIBE", url, Authorization(login, url, NonceOf(stale)))).Status);
        var wrong = await client.AskAsync("DESCRIBE", url, Authorization(login with { Password = "no" }, url, NonceOf(stale)));
        Assert.DoesNotContain("stale", wrong.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_udp_pictures_come_to_the_clients_port_and_nowhere_else()
    {
        using var pictures = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)pictures.Client.LocalEndPoint!).Port;
        using var client = await RtspClient.ConnectAsync(_simulator.Port);
        var setUp = await client.AskAsync("SETUP", _url, $"Transport: RTP/AVP;unicast;client_port={port}-{port + 1}");
        Assert.Equal(200, setUp.Status);
        var from = int.Parse(Server().Match(setUp.Headers["Transport"]).Groups["port"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(200, (await client.AskAsync("PLAY", _url, $"Session: {setUp.Headers["Session"].Split(';')[0]}")).Status);
        var got = await pictures.ReceiveAsync(Cancel).AsTask().WaitAsync(Patience, Cancel);
        Assert.Equal(from, got.RemoteEndPoint.Port);
        Assert.Equal((0x80, 7), (got.Buffer[0], got.Buffer[12] & 0x1F));
        Assert.Equal(200, (await client.AskAsync("GET_PARAMETER", _url)).Status);
    }

    [Fact]
    public void A_fault_that_cannot_be_is_refused_with_its_reason()
    {
        Assert.Contains("no camera 'other'", Assert.Throws<ArgumentException>(() => _simulator.Begin(CameraId.Parse("other"), SimulatedFault.Stall, null)).Message, StringComparison.Ordinal);
        Assert.Contains("share one port", Assert.Throws<ArgumentException>(() => _simulator.Begin(Id, SimulatedFault.Refuse, null)).Message, StringComparison.Ordinal);
        Assert.Contains("lasts from", Assert.Throws<ArgumentException>(() => _simulator.Begin(Id, SimulatedFault.Stall, TimeSpan.Zero)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_fault_is_listed_while_it_is_on_and_ends_with_its_time()
    {
        _simulator.Begin(Id, SimulatedFault.Clock1970, TimeSpan.FromMilliseconds(200));
        _simulator.Begin(Id, SimulatedFault.Silent, null);
        Assert.Equal([SimulatedFault.Silent, SimulatedFault.Clock1970], Assert.Single(_simulator.FaultsNow()).Faults);
        await Eventually.IsTrueAsync(() => _simulator.FaultsNow()[0].Faults is [SimulatedFault.Silent]);
    }

    private async Task<RtspClient> PlayingAsync()
    {
        var client = await RtspClient.ConnectAsync(_simulator.Port);
        Assert.Equal(200, (await client.PlayAsync(_url)).Status);
        return client;
    }

    private async Task<RtspClient> ConnectAgainAsync()
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return await RtspClient.ConnectAsync(_simulator.Port);
            }
            catch (SocketException) when (i < 100)
            {
                await Task.Delay(100, Cancel);
            }
        }
    }

    private static async Task ReadUntilAsync(RtspClient client, int type)
    {
        int seen;
        do
            seen = (await client.ReadPacketAsync()).Packet[12] & 0x1F;
        while (seen != type);
    }

    // Reads what is on its way until the other side has closed.
    private static async Task DrainAsync(RtspClient client)
    {
        using var limit = new CancellationTokenSource(Patience);
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (!limit.IsCancellationRequested)
                await client.ReadPacketAsync();
        });
    }

    private static string NonceOf(RtspAnswer answer) => Nonce().Match(answer.Headers["WWW-Authenticate"]).Groups["nonce"].Value;

    private static string Authorization(CameraLogin login, string url, string nonce) =>
        $"Authorization: Digest username=\"{login.UserName}\", nonce=\"{nonce}\", uri=\"{url}\", response=\"{DigestGuard.ResponseOf(login, "DESCRIBE", url, nonce)}\"";

    [GeneratedRegex("nonce=\"(?<nonce>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nonce();

    [GeneratedRegex("server_port=(?<port>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Server();
}
