// Debian's nats-server as a child on a free port of this machine, for the road between centers.
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Postgres;

internal sealed class NatsServer : IAsyncDisposable
{
    private readonly int _port = FreePort();
    private BoundProcess? _process;

    internal string Url => string.Create(CultureInfo.InvariantCulture, $"nats://127.0.0.1:{_port}");

    internal static async Task<NatsServer> StartAsync()
    {
        var server = new NatsServer();
        await server.RunAsync();
        return server;
    }

    /// <summary>Starts it; again, on the same port, after <see cref="StopAsync"/>.</summary>
    internal async Task RunAsync()
    {
        _process = await BoundProcess.StartAsync("INT", null, "/usr/sbin/nats-server", "-a", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var lines = 0; !_process.Errors.Lines.Any(l => l.Contains("Server is ready", StringComparison.Ordinal)); lines = _process.Errors.Lines.Count)
        {
            if (!await _process.Errors.MoreAsync(lines, limit.Token))
                throw new InvalidOperationException($"nats-server did not start\n{_process.Said()}");
        }
    }

    internal async Task StopAsync()
    {
        await (_process?.DisposeAsync() ?? ValueTask.CompletedTask);
        _process = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
