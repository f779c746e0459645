using System.Net;
using System.Net.Http.Json;
using System.Text;
using Bawaba.Contracts;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Faults;
using Bawaba.Simulator.Web;
using Bawaba.Tests.Simulator.Cameras;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Tests.Simulator.Web;

public sealed class FaultEndpointsTests : IAsyncLifetime
{
    private static readonly CameraId Id = CameraId.Parse("lane-1");
    private readonly CameraSimulator _simulator = new(TimeProvider.System, NullLoggerFactory.Instance);
    private SimulatorWeb? _web;
    private HttpClient? _http;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _simulator.AddLive(Id, 25, _ => Task.FromResult<Stream>(new MemoryStream(CodedPictures.Film(5))));
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
    public async Task A_fault_is_begun_listed_and_ended()
    {
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, """{"camera":"lane-1","fault":"clock-1970","seconds":30}""")).Code);
        Assert.Equal([SimulatedFault.Clock1970], _simulator.FaultsNow()[0].Faults);
        var list = await _http!.GetFromJsonAsync("/faults", WebJson.Default.FaultList, Cancel);
        Assert.Equal(["clock-1970"], list!.Cameras["lane-1"]);
        Assert.Equal(Enum.GetValues<SimulatedFault>().Length, list.Known.Count);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Delete, """{"camera":"*"}""")).Code);
        Assert.Empty(_simulator.FaultsNow()[0].Faults);
    }

    [Theory]
    [InlineData("""{"camera":"other","fault":"stall"}""", "no camera 'other'")]
    [InlineData("""{"fault":"stall"}""", "'camera' is")]
    [InlineData("""{"camera":"*","fault":"broken"}""", "stale-nonce")]
    [InlineData("""{"camera":"*","fault":"stall","seconds":-1}""", "'seconds' is")]
    [InlineData("""{"camera":"*","fault":"stall","second":1}""", "$.second")]
    [InlineData("nonsense", "Not of the form")]
    [InlineData("""{"camera":"lane-1","fault":"refuse"}""", "share one port")]
    public async Task What_cannot_be_done_is_refused_with_its_reason_and_nothing_begins(string body, string reason)
    {
        var (code, said) = await SendAsync(HttpMethod.Post, body);
        Assert.Equal(HttpStatusCode.BadRequest, code);
        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.DoesNotContain("Bawaba.", said, StringComparison.Ordinal);
        Assert.Empty(_simulator.FaultsNow()[0].Faults);
    }

    [Fact]
    public async Task A_page_from_elsewhere_cannot_switch_anything()
    {
        const string Fault = """{"camera":"*","fault":"stall"}""";
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Post, Fault, type: "text/plain")).Code);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await SendAsync(HttpMethod.Post, Fault, host: "evil.example")).Code);
        Assert.Empty(_simulator.FaultsNow()[0].Faults);
    }

    [Fact]
    public async Task A_body_without_end_is_refused() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(HttpMethod.Post, new string(' ', 70_000))).Code);

    private async Task<(HttpStatusCode Code, string Said)> SendAsync(HttpMethod method, string body, string type = "application/json", string? host = null)
    {
        using var request = new HttpRequestMessage(method, "/faults") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Host = host;
        using var answer = await _http!.SendAsync(request, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
