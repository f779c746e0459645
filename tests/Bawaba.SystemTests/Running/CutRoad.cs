// A road between a browser and the program that can be cut as networks are: bytes stop and no connection ends (Hang), or every connection is
// broken and none can be made (Break). Used by ConsoleCutTests. Promises: what was under way when the road hung arrives when it is mended, as
// a kernel would send it again; what clients asked for is counted as it is passed on.
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bawaba.SystemTests.Running;

internal sealed class CutRoad : IAsyncDisposable
{
    private const int Buffer = 32 * 1024;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _server;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly Task _accepting;
    private volatile TaskCompletionSource _free = Opened();
    private volatile string? _hangAfter;
    private volatile bool _broken;

    internal CutRoad(Uri server)
    {
        _server = new(IPAddress.Loopback, server.Port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How many requests that begin so have been passed on.</summary>
    internal int Asked(string begin) => _asked.Count(line => line.StartsWith(begin, StringComparison.Ordinal));

    /// <summary>From now on nothing passes in either way; connections stand.</summary>
    internal void Hang()
    {
        if (_free.Task.IsCompleted)
            _free = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Hangs as soon as a request with this in its first line has been passed on: it is done, and its answer does not come.</summary>
    internal void HangAfter(string request) => _hangAfter = request;

    /// <summary>Resets every connection, and each that is tried.</summary>
    internal void Break()
    {
        _broken = true;
        foreach (var socket in _open.Keys)
            Reset(socket);
    }

    internal void Mend()
    {
        _broken = false;
        _hangAfter = null;
        _free.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        _free.TrySetResult();
        foreach (var socket in _open.Keys)
            socket.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }

    private static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new(enable: true, seconds: 0);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It has gone already.
        }
        socket.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptSocketAsync(_end.Token);
            if (_broken)
                Reset(client);
            else
                _ = CarryAsync(client);
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        _open[client] = _open[server] = 0;
        try
        {
            await server.ConnectAsync(_server, _end.Token);
            await Task.WhenAll(PassAsync(client, server, isRequest: true), PassAsync(server, client, isRequest: false));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One end has gone: the other goes too.
        }
        finally
        {
            _open.TryRemove(client, out _);
            _open.TryRemove(server, out _);
            client.Dispose();
        }
    }

    private async Task PassAsync(Socket from, Socket to, bool isRequest)
    {
        var bytes = new byte[Buffer];
        while (await from.ReceiveAsync(bytes, _end.Token) is var count and > 0)
        {
            await _free.Task.WaitAsync(_end.Token);
            var text = isRequest ? Encoding.ASCII.GetString(bytes, 0, count) : "";
            var hangs = _hangAfter is { } after && text.Split('\n')[0].Contains(after, StringComparison.Ordinal);
            if (hangs)
            {
                _hangAfter = null;
                Hang();
            }
            await to.SendAsync(bytes.AsMemory(0, count), _end.Token);
            foreach (var line in text.Split('\n').Where(line => line.Contains(" HTTP/1.1", StringComparison.Ordinal)))
                _asked.Enqueue(line);
        }
        to.Shutdown(SocketShutdown.Send);
    }
}
