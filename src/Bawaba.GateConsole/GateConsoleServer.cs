// The web server of a gate's own page: started by `bawaba gate` beside the gate, in the same process, with nothing of the
// room in it. Promises: HTTPS alone; one host; limits on everything a browser sends; it ends with its disposal.
using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bawaba.Gate;
using Bawaba.GateConsole.Board;
using Bawaba.GateConsole.Commissioning;
using Bawaba.GateConsole.Frame;
using Bawaba.GateConsole.Lists;
using Bawaba.GateConsole.Security;
using Bawaba.GateConsole.SignIn;
using Bawaba.Pages.Assets;
using Bawaba.Pages.Language;
using Bawaba.Pages.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.GateConsole;

/// <summary>Serves the officer's page of one gate.</summary>
public sealed class GateConsoleServer : IAsyncDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(3);
    private readonly WebApplication _app;

    private GateConsoleServer(WebApplication app) => _app = app;

    /// <summary>The address that is served.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Null, or why the address cannot be the page's: https, one address or name that tablets use, no path.</summary>
    public static string? FaultOf(string address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != "https" || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0
            ? $"--urls '{address}' is not of the form https://host:port"
            : IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
                ? $"--urls '{address}' names no host: give the one address or name under which the tablets reach this gate"
                : null;

    /// <summary>Begins to serve.</summary>
    /// <param name="host">The gate; it stays the caller's and outlives this.</param>
    /// <param name="address">https://host:port.</param>
    /// <param name="certificates">Folder of the page's certificate; made where it is missing.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logging">Where log lines go.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidDataException">The certificate cannot be used.</exception>
    /// <exception cref="IOException">The address is taken or not this machine's.</exception>
    public static async Task<GateConsoleServer> StartAsync(
        GateHost host, Uri address, string certificates, TimeProvider time, Action<ILoggingBuilder> logging, CancellationToken cancellation)
    {
        var name = address.Host.Trim('[', ']');
        var certificate = PageCertificate.Open(certificates, name, time);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        logging(builder.Logging);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = PageLimits.MaxBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = PageLimits.MaxConnections;
            Listen(kestrel, name, address.Port, listen => listen.UseHttps(certificate));
        });
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = StopPatience);
        builder.Services.AddSingleton(time).AddSingleton(host).AddSingleton<GateScreens>();
        // Arabic letters stay letters in the page; the markup's own characters are still encoded.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddHostFiltering(o => o.AllowedHosts = [address.Host]);
        builder.Services.AddPageLimits();
        var app = builder.Build();
        Map(app);
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

    public async ValueTask DisposeAsync() => await _app.DisposeAsync().ConfigureAwait(false);

    private static void Map(WebApplication app)
    {
        app.UseHostFiltering();
        app.UseRouting();
        app.Use(next => context =>
        {
            SecurityHeaders.Write(context);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = LanguageCookie.Read(context).Culture;
            return next(context);
        });
        app.Use(OwnPages.InvokeAsync);
        app.UseRateLimiter();
        app.MapAssets();
        GateHealth.Map(app);
        GateSignInEndpoints.Map(app);
        BoardEndpoints.Map(app);
        ListEndpoints.Map(app);
        CommissioningEndpoints.Map(app);
    }

    private static void Listen(KestrelServerOptions kestrel, string host, int port, Action<ListenOptions> configure)
    {
        if (IPAddress.TryParse(host, out var ip))
            kestrel.Listen(ip, port, configure);
        else if (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase))
            kestrel.ListenLocalhost(port, configure);
        else
            kestrel.ListenAnyIP(port, configure);
    }
}
