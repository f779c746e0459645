// ONVIF on the simulator as a client sees it: what is told without a password, what is not, events, and hostile messages.
using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Bawaba.Contracts;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Faults;
using Bawaba.Simulator.Onvif;
using Bawaba.Simulator.Web;
using Bawaba.Tests.Simulator.Cameras;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Tests.Simulator.Onvif;

public sealed class OnvifTests : IAsyncLifetime
{
    private static readonly CameraId Id = CameraId.Parse("lane-1");
    private static readonly CameraLogin Login = new("viewer", "right & <proper>");
    private readonly CameraSimulator _simulator = new(TimeProvider.System, NullLoggerFactory.Instance);
    private SimulatorWeb? _web;
    private HttpClient? _http;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _simulator.AddLive(Id, 25, _ => Task.FromResult<Stream>(new MemoryStream(CodedPictures.Film(5))), new() { Login = Login });
        _simulator.Start(0);
        _web = await SimulatorWeb.StartAsync(_simulator, 0, Cancel);
        _http = new(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = _web.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_web is not null)
            await _web.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task The_time_is_told_to_everyone_and_is_the_cameras_own()
    {
        var (code, now) = await AskAsync("device", "<tds:GetSystemDateAndTime/>", security: "");
        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Equal(TimeProvider.System.GetUtcNow().Year, Year(now));
        _simulator.Begin(Id, SimulatedFault.Clock1970, null);
        Assert.Equal(1970, Year((await AskAsync("device", "<tds:GetSystemDateAndTime/>", security: "")).Xml));
    }

    [Fact]
    public async Task What_the_camera_is_needs_the_password_and_a_time_that_is_the_cameras()
    {
        const string Ask = "<tds:GetDeviceInformation/>";
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync("device", Ask, security: "")).Code);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync("device", Ask, Token(Login with { Password = "wrong" }, now))).Code);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync("device", Ask, Token(Login, now.AddSeconds(-60)))).Code);
        var (code, answer) = await AskAsync("device", Ask, Token(Login, now));
        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Equal("lane-1", Value(answer, "SerialNumber"));
        _simulator.Begin(Id, SimulatedFault.Clock1970, null);
        var refused = await AskAsync("device", Ask, Token(Login, TimeProvider.System.GetUtcNow()));
        Assert.Contains("ter:NotAuthorized", refused.Xml.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("device", Ask, Token(Login, DateTimeOffset.UnixEpoch.AddSeconds(3)))).Code);
    }

    [Fact]
    public async Task A_client_finds_its_way_from_the_device_to_the_stream()
    {
        var services = (await AskAsync("device", "<tds:GetServices><tds:IncludeCapability>false</tds:IncludeCapability></tds:GetServices>", security: "")).Xml;
        var media = services.Descendants().Single(e => e.Name.LocalName == "Service" && Value(e, "Namespace").EndsWith("media/wsdl", StringComparison.Ordinal));
        Assert.Equal($"{_web!.Address}onvif/lane-1/media", Value(media, "XAddr"));
        var uri = await AskAsync("media", "<trt:GetStreamUri><trt:ProfileToken>main</trt:ProfileToken></trt:GetStreamUri>");
        Assert.Equal(_simulator.UrlOf(Id), Value(uri.Xml, "Uri"));
        var snapshot = await AskAsync("media", "<trt:GetSnapshotUri><trt:ProfileToken>main</trt:ProfileToken></trt:GetSnapshotUri>");
        using var picture = await _http!.GetAsync(new Uri(Value(snapshot.Xml, "Uri")), Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, picture.StatusCode);
        Assert.Contains("Digest", picture.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync("media", "<trt:GetStreamUri><trt:ProfileToken>other</trt:ProfileToken></trt:GetStreamUri>")).Code);
    }

    [Fact]
    public async Task A_fault_of_the_picture_reaches_a_pull_point_when_it_begins_and_when_it_ends()
    {
        var created = await AskAsync("events", "<tev:CreatePullPointSubscription/>");
        var point = "events/" + Value(created.Xml, "Address").Split('/')[^1];
        Assert.Equal(["ImageTooBlurry False Initialized", "ImageTooDark False Initialized", "GlobalSceneChange False Initialized"], await PullAsync(point));
        var pulling = PullAsync(point);
        _simulator.Begin(Id, SimulatedFault.Dark, null);
        Assert.Equal(["ImageTooDark True Changed"], await pulling);
        _simulator.Begin(Id, SimulatedFault.Stall, null);
        _simulator.Begin(Id, SimulatedFault.Moved, null);
        _simulator.End(Id, SimulatedFault.Dark);
        Assert.Equal(["GlobalSceneChange True Changed", "ImageTooDark False Changed"], await PullAsync(point));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(point, "<wsnt:Unsubscribe/>")).Code);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(point, "<tev:PullMessages/>")).Code);
    }

    [Fact]
    public async Task Pull_points_are_few()
    {
        for (var i = 0; i < 16; i++)
            Assert.Equal(HttpStatusCode.OK, (await AskAsync("events", "<tev:CreatePullPointSubscription/>")).Code);
        Assert.Equal(HttpStatusCode.InternalServerError, (await AskAsync("events", "<tev:CreatePullPointSubscription/>")).Code);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>&b;</s:Body></s:Envelope>")]
    [InlineData("<a/>")]
    [InlineData("not xml")]
    [InlineData("")]
    public async Task What_is_no_soap_or_brings_a_document_type_is_refused(string body)
    {
        var (code, answer) = await SendAsync("device", body);
        Assert.Equal(HttpStatusCode.BadRequest, code);
        Assert.Contains("ter:WellFormed", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_served_says_so_and_another_camera_is_not_found()
    {
        Assert.Contains("ter:ActionNotSupported", (await AskAsync("device", "<tds:SystemReboot/>")).Xml.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("device", "", camera: "other")).Code);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync("device", new string('x', 70_000))).Code);
    }

    [Theory]
    [InlineData("<d:Probe/>", true)]
    [InlineData("<d:Probe><d:Types>dn:NetworkVideoTransmitter</d:Types></d:Probe>", true)]
    [InlineData("<d:Probe><d:Types>dp:Printer</d:Types></d:Probe>", false)]
    [InlineData("<d:Bye/>", false)]
    public async Task A_probe_for_cameras_is_answered_with_the_address_of_the_device_and_another_is_not(string body, bool answered)
    {
        var probe = $"""
            <s:Envelope xmlns:s="{SoapNames.Envelope}" xmlns:a="{SoapNames.OldAddressing}" xmlns:d="{SoapNames.Discovery}">
            <s:Header><a:MessageID>urn:&lt;1&gt;</a:MessageID></s:Header><s:Body>{body}</s:Body></s:Envelope>
            """;
        var answer = await DiscoveryAnswers.AnswerToAsync(Encoding.UTF8.GetBytes(probe), "lane-1", new("http://127.0.0.1:1/onvif/lane-1", "rtsp://127.0.0.1:2/lane-1"), Cancel);
        Assert.Equal(answered, answer is not null);
        if (answer is null)
            return;
        var xml = XElement.Parse(answer);
        Assert.Equal(("urn:<1>", "http://127.0.0.1:1/onvif/lane-1/device"), (Value(xml, "RelatesTo"), Value(xml, "XAddrs")));
    }

    private async Task<IEnumerable<string>> PullAsync(string point)
    {
        var pulled = await AskAsync(point, "<tev:PullMessages><tev:Timeout>PT20S</tev:Timeout><tev:MessageLimit>10</tev:MessageLimit></tev:PullMessages>");
        Assert.Equal(HttpStatusCode.OK, pulled.Code);
        return pulled.Xml.Descendants().Where(e => e.Name.LocalName == "NotificationMessage").Select(m =>
        {
            var state = bool.Parse(m.Descendants().Single(e => e.Name.LocalName == "Data").Elements().Single().Attribute("Value")!.Value);
            var operation = m.Descendants().Single(e => e.Attribute("PropertyOperation") is not null).Attribute("PropertyOperation")!.Value;
            return $"{Value(m, "Topic").Split('/')[1]} {state} {operation}";
        }).ToList();
    }

    private static string Value(XElement within, string name) => within.Descendants().First(e => e.Name.LocalName == name).Value;

    private static int Year(XElement answer) => int.Parse(Value(answer, "Year"), CultureInfo.InvariantCulture);

    private static string Token(CameraLogin login, DateTimeOffset at)
    {
        var nonce = Convert.ToBase64String(Encoding.ASCII.GetBytes($"nonce {login.Password.Length}"));
        var created = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return $"""
            <w:Security xmlns:w="{SoapNames.Security}" xmlns:u="{SoapNames.Utility}"><w:UsernameToken><w:Username>{login.UserName}</w:Username>
            <w:Password>{UserNameToken.DigestOf(nonce, created, login.Password)}</w:Password><w:Nonce>{nonce}</w:Nonce><u:Created>{created}</u:Created></w:UsernameToken></w:Security>
            """;
    }

    private async Task<(HttpStatusCode Code, XElement Xml)> AskAsync(string service, string operation, string? security = null)
    {
        var body = SoapNames.Wrap(operation, security ?? Token(Login, TimeProvider.System.GetUtcNow()));
        var (code, answer) = await SendAsync(service, body);
        return (code, XElement.Parse(answer));
    }

    private async Task<(HttpStatusCode Code, string Answer)> SendAsync(string service, string body, string camera = "lane-1")
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/soap+xml");
        using var answer = await _http!.PostAsync($"/onvif/{camera}/{service}", content, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
