// The simulator's HTTP side, on this machine only: the switch of faults, and ONVIF for its cameras. Called by `bawaba simulate`, benches and tests.
// Requests are limited, and a name other than this machine's own is refused, so that no foreign page gets in through a
// name that it lets point here.
using System.Net;
using Bawaba.Contracts;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Onvif;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bawaba.Simulator.Web;

/// <summary>Serves <c>/faults</c> and <c>/onvif/CAMERA/…</c> for one simulator.</summary>
public sealed class SimulatorWeb : IAsyncDisposable
{
    private const long MaxBodyBytes = 64 << 10;
    private const long MaxConnections = 64;
    private readonly WebApplication _app;
    private readonly OnvifEndpoints _onvif;
    private DiscoveryAnswers? _discovery;

    private SimulatorWeb(WebApplication app, OnvifEndpoints onvif)
    {
        (_app, _onvif) = (app, onvif);
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>http://127.0.0.1:PORT</summary>
    public Uri Address { get; }

    /// <summary>
    /// Starts to serve; port 0 takes a free one. With <paramref name="discovery"/> programs on this machine find the cameras
    /// by WS-Discovery. Throws <see cref="IOException"/> or a socket's exception when a port is taken.
    /// </summary>
    public static async Task<SimulatorWeb> StartAsync(CameraSimulator simulator, int port, CancellationToken cancellation, bool discovery = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        var app = builder.Build();
        app.Use((context, next) => IsOwn(context.Request.Host.Host) ? next(context) : RefuseAsync(context));
        app.MapFaults(simulator);
        var onvif = new OnvifEndpoints(simulator, TimeProvider.System);
        onvif.Map(app);
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        var web = new SimulatorWeb(app, onvif);
        try
        {
            web._discovery = discovery ? new(simulator, web.Address) : null;
        }
        catch
        {
            await web.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        return web;
    }

    /// <summary>Where ONVIF clients begin with this camera.</summary>
    public string DeviceAddressOf(CameraId camera) => new Uri(Address, $"/onvif/{camera.Value}/device").ToString();

    public async ValueTask DisposeAsync()
    {
        if (_discovery is not null)
            await _discovery.DisposeAsync().ConfigureAwait(false);
        // Whoever waits for a message is let go first, so that the server ends at once.
        _onvif.Dispose();
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static bool IsOwn(string host) => host is "127.0.0.1" or "localhost";

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }
}
