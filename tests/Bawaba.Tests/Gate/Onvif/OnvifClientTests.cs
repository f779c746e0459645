using System.Net;
using System.Text;
using Bawaba.Contracts;
using Bawaba.Gate.Cameras;
using Bawaba.Gate.Onvif;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Faults;
using Bawaba.Simulator.Web;
using Bawaba.Tests.Simulator.Cameras;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Tests.Gate.Onvif;

public sealed class OnvifClientTests : IAsyncLifetime
{
    private static readonly CameraId Id = CameraId.Parse("lane-1");
    private static readonly CameraCredentials Login = new("viewer", "right & <proper>");
    private readonly CameraSimulator _simulator = new(TimeProvider.System, NullLoggerFactory.Instance);
    private SimulatorWeb? _web;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Uri Device => new(_web!.Address, $"/onvif/{Id}/device");

    public async ValueTask InitializeAsync()
    {
        _simulator.AddLive(Id, 25, _ => Task.FromResult<Stream>(new MemoryStream(CodedPictures.Film(5))), new() { Login = new(Login.UserName, Login.Password) });
        _simulator.Start(0);
        _web = await SimulatorWeb.StartAsync(_simulator, 0, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _web!.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_device_says_where_its_stream_is()
    {
        using var client = new OnvifClient(Device, Login, TimeProvider.System);
        Assert.Equal(_simulator.UrlOf(Id), Assert.Single(await client.StreamsAsync(Cancel)).Address);
    }

    [Fact]
    public async Task A_device_whose_clock_stands_at_1970_is_spoken_to_in_its_own_time()
    {
        _simulator.Begin(Id, SimulatedFault.Clock1970, null);
        using var client = new OnvifClient(Device, Login, TimeProvider.System);
        Assert.Single(await client.StreamsAsync(Cancel));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task A_refused_login_is_said(string? password)
    {
        using var client = new OnvifClient(Device, password is null ? null : Login with { Password = password }, TimeProvider.System);
        Assert.Equal("login", (await Assert.ThrowsAsync<OnvifFaultException>(() => client.StreamsAsync(Cancel))).ReasonCode);
    }

    [Fact]
    public async Task What_is_no_device_is_said()
    {
        using var elsewhere = new OnvifClient(new(_web!.Address, "/faults"), Login, TimeProvider.System);
        Assert.Equal("not-onvif", (await Assert.ThrowsAsync<OnvifFaultException>(() => elsewhere.StreamsAsync(Cancel))).ReasonCode);
        using var nobody = new OnvifClient(new("http://127.0.0.1:9/onvif"), Login, TimeProvider.System);
        Assert.Equal("no-answer", (await Assert.ThrowsAsync<OnvifFaultException>(() => nobody.StreamsAsync(Cancel))).ReasonCode);
    }

    [Fact]
    public void Of_what_answers_a_search_only_an_address_on_that_very_machine_is_taken()
    {
        var from = IPAddress.Parse("192.0.2.20");
        var found = Assert.Single(OnvifDiscovery.DevicesIn(Answer("http://198.51.100.1/onvif http://192.0.2.20/onvif/device_service", "onvif://www.onvif.org/name/Gate%20camera"), from));
        Assert.Equal(new("Gate camera", "http://192.0.2.20/onvif/device_service"), found);
        foreach (var hostile in (string[])["http://198.51.100.1/onvif", "file:///etc/passwd", "http://user:word@192.0.2.20/", "http://localhost/onvif", "gopher://192.0.2.20/", ""])
            Assert.Empty(OnvifDiscovery.DevicesIn(Answer(hostile, ""), from));
        Assert.Empty(OnvifDiscovery.DevicesIn(Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"), from));
        Assert.Empty(OnvifDiscovery.DevicesIn([0xff, 0x00, 0x3c], from));
        Assert.Empty(OnvifDiscovery.DevicesIn(Encoding.UTF8.GetBytes(new string('<', 100_000)), from));
    }

    [Fact]
    public void A_devices_name_is_short_and_shows_itself() =>
        Assert.Equal(new string('a', 64), OnvifXml.Word($" {new string('a', 80)}\u0007 "));

    private static byte[] Answer(string addresses, string scopes) => Encoding.UTF8.GetBytes($"""
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery">
        <s:Body><d:ProbeMatches><d:ProbeMatch><d:Scopes>{scopes}</d:Scopes><d:XAddrs>{addresses}</d:XAddrs></d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>
        """);
}
