// The web server of `bawaba up`: the center and the console behind one address. Built by UpRun.
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bawaba.Center;
using Bawaba.Center.Enrolment;
using Bawaba.Console;
using Bawaba.Contracts;
using Bawaba.Contracts.Video;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Bawaba.Up;

internal static class UpServer
{
    internal static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);
    private const int MaxBodyBytes = 64 << 10;
    private const int MaxConnections = 1000;

    internal static WebApplication Build(UpOptions options, IGatePictures? pictures, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        UpLogging.ToStandardError(builder.Logging);
        var authority = options.GateDoor is null ? null : OpenAuthority(options, time);
        if (authority is null)
            builder.WebHost.UseUrls(options.Url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            Limit(kestrel, options);
            if (authority is not null)
                ListenWithDoor(kestrel, options, authority);
        });
        if (options.IsHttps)
            builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddSingleton(time);
        if (pictures is not null)
            builder.Services.AddSingleton(pictures);
        if (pictures is IGateVideo video)
            builder.Services.AddSingleton(video);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddCenter(new()
        {
            DataFolder = Path.Combine(options.DataFolder, "center"),
            Store = options.Store,
            Nats = options.Nats,
            Mqtt = options.Mqtt,
            CityPath = options.CityPath,
            MandatesPath = options.MandatesPath,
            WatchlistPath = options.WatchlistPath,
            Passkeys = options.Passkeys(),
            Escalation = options.Escalation,
            FilesAreLaw = File.Exists(options.FilesAreLawPath),
        });
        if (authority is not null)
            builder.Services.AddGateDoor(authority);
        builder.Services.AddConsole(console => console.Demo = options.Demo);
        var app = builder.Build();
        if (options.GateDoor is not null)
            app.UseGateDoor(new Uri(options.GateDoor).Port);
        app.UseRouting();
        if (options.GateDoor is not null)
            app.UseGateDecompression();
        app.UseConsole();
        app.UseCenter();
        app.MapCenter();
        app.MapConsole();
        if (options.GateDoor is not null)
            app.MapGateDoor();
        return app;
    }

    /// <summary>Says early and clearly that an address is taken or not this machine's; the server itself would say it late and at length.</summary>
    internal static void RefuseTakenAddress(UpOptions options)
    {
        var uri = new Uri(options.Url);
        var address = uri.IsLoopback && !IPAddress.TryParse(uri.Host.Trim('[', ']'), out _) ? IPAddress.Loopback
            : IPAddress.TryParse(uri.Host.Trim('[', ']'), out var given) ? given
            : IPAddress.Any;
        try
        {
            using var listener = new TcpListener(address, uri.Port);
            listener.Start();
        }
        catch (SocketException e)
        {
            throw new UpRefusedException(e.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? $"{options.Url} is in use by another program; give another address with --urls"
                : $"{options.Url} cannot be served: {e.Message}");
        }
    }

    /// <summary>Begins to serve; an address that cannot be had is refused with its reason.</summary>
    internal static async Task ListenAsync(WebApplication app, UpOptions options, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e)
        {
            throw new UpRefusedException($"{options.Url} cannot be served: {e.Message}");
        }
    }

    private static void Limit(KestrelServerOptions kestrel, UpOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        kestrel.Limits.MaxConcurrentConnections = MaxConnections;
        if (!options.IsHttps)
            return;
        var certificate = ReadCertificate(options);
        kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate);
    }

    private static GateAuthority OpenAuthority(UpOptions options, TimeProvider time)
    {
        try
        {
            return GateAuthority.Open(Path.Combine(options.DataFolder, "center", "authority"), time);
        }
        catch (InvalidDataException e)
        {
            throw new UpRefusedException(e.Message);
        }
    }

    // With a door of its own TLS the addresses are given one by one.
    private static void ListenWithDoor(KestrelServerOptions kestrel, UpOptions options, GateAuthority authority)
    {
        Listen(kestrel, new(options.Url), options.IsHttps ? _ => { } : null);
        var door = new Uri(options.GateDoor!);
        Listen(kestrel, door, https => authority.ConfigureDoor(https, [door.Host.Trim('[', ']')]));
    }

    private static void Listen(KestrelServerOptions kestrel, Uri address, Action<HttpsConnectionAdapterOptions>? https)
    {
        void Configure(ListenOptions listen)
        {
            if (https is not null)
                listen.UseHttps(https);
        }

        var host = address.Host.Trim('[', ']');
        if (IPAddress.TryParse(host, out var ip))
            kestrel.Listen(ip, address.Port, Configure);
        else if (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase))
            kestrel.ListenLocalhost(address.Port, Configure);
        else
            kestrel.ListenAnyIP(address.Port, Configure);
    }

    private static X509Certificate2 ReadCertificate(UpOptions options)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(options.CertificatePath, options.CertificateKeyPath);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new UpRefusedException($"the certificate {options.CertificatePath} with its key cannot be used: {e.Message}");
        }
    }
}
