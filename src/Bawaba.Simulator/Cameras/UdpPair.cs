// Two UDP ports side by side, for a client's pictures and reports (RFC 3550 section 11). Made by RtspSession at SETUP.
// Sends to nobody but the peer of the RTSP connection; what comes in is not read.
using System.Net;
using System.Net.Sockets;

namespace Bawaba.Simulator.Cameras;

internal sealed class UdpPair : IDisposable
{
    private const int Tries = 20;
    private readonly Socket _pictures;
    private readonly Socket _reports;
    private readonly IPEndPoint _picturesTo;
    private readonly IPEndPoint _reportsTo;
    private readonly Func<CancellationToken, Task> _thawed;

    private UdpPair(Socket pictures, Socket reports, IPAddress client, ushort clientPort, Func<CancellationToken, Task> thawed)
    {
        (_pictures, _reports, _thawed) = (pictures, reports, thawed);
        _picturesTo = new(client, clientPort);
        _reportsTo = new(client, clientPort + 1);
        Port = ((IPEndPoint)pictures.LocalEndPoint!).Port;
    }

    /// <summary>That of the pictures; reports come from the next one.</summary>
    internal int Port { get; }

    /// <summary>Null when no two ports side by side were free.</summary>
    internal static UdpPair? Open(IPAddress client, ushort clientPort, Func<CancellationToken, Task> thawed)
    {
        for (var i = 0; i < Tries; i++)
        {
            var first = Bound(0);
            if (first is null)
                return null;
            var port = ((IPEndPoint)first.LocalEndPoint!).Port;
            if (port % 2 == 0 && port < ushort.MaxValue && Bound(port + 1) is { } second)
                return new(first, second, client, clientPort, thawed);
            first.Dispose();
        }
        return null;
    }

    internal async ValueTask SendPicturesAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellation) =>
        await SendAsync(_pictures, packet, _picturesTo, cancellation).ConfigureAwait(false);

    internal async ValueTask SendReportAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellation) =>
        await SendAsync(_reports, packet, _reportsTo, cancellation).ConfigureAwait(false);

    public void Dispose()
    {
        _pictures.Dispose();
        _reports.Dispose();
    }

    private async ValueTask SendAsync(Socket socket, ReadOnlyMemory<byte> packet, IPEndPoint to, CancellationToken cancellation)
    {
        await _thawed(cancellation).ConfigureAwait(false);
        try
        {
            await socket.SendToAsync(packet, SocketFlags.None, to, cancellation).ConfigureAwait(false);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionRefused or SocketError.NoBufferSpaceAvailable)
        {
            // Nobody listens there, or the way is full: a datagram is lost, as datagrams are.
        }
    }

    private static Socket? Bound(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
