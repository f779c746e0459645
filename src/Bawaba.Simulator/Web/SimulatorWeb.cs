// The simulator's HTTP side, on this machine only: the control of faults. Called by `bawaba simulate`, benches and tests.
// Requests are limited, and a name other than this machine's own is refused, so that no foreign page gets in through a
// name that it lets point here.
using System.Net;
using Bawaba.Simulator.Cameras;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bawaba.Simulator.Web;

/// <summary>Serves <c>/faults</c> for one simulator.</summary>
public sealed class SimulatorWeb : IAsyncDisposable
{
    private const long MaxBodyBytes = 64 << 10;
    private const long MaxConnections = 64;
    private readonly WebApplication _app;

    private SimulatorWeb(WebApplication app)
    {
        _app = app;
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>http://127.0.0.1:PORT</summary>
    public Uri Address { get; }

    /// <summary>Starts to serve; port 0 takes a free one. Throws <see cref="IOException"/> when the port is taken.</summary>
    public static async Task<SimulatorWeb> StartAsync(CameraSimulator simulator, int port, CancellationToken cancellation)
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
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static bool IsOwn(string host) => host is "127.0.0.1" or "localhost";

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }
}
