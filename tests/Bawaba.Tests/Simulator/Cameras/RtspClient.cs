// The least of an RTSP client: sends a request, reads the answer or the next interleaved packet. For tests.
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bawaba.Tests.Simulator.Cameras;

internal sealed class RtspClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly TcpClient _tcp = new();
    private int _cseq;

    internal static async Task<RtspClient> ConnectAsync(int port)
    {
        var client = new RtspClient();
        await client._tcp.ConnectAsync(IPAddress.Loopback, port);
        return client;
    }

    internal async Task<RtspAnswer> AskAsync(string method, string address, params IEnumerable<string> headers)
    {
        await WriteAsync($"{method} {address} RTSP/1.0\r\nCSeq: {++_cseq}\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n");
        return await ReadAnswerAsync();
    }

    internal Task WriteAsync(string text) => _tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();

    /// <summary>SETUP and PLAY; the packets follow.</summary>
    internal async Task<RtspAnswer> PlayAsync(string address)
    {
        var setUp = await AskAsync("SETUP", address + "/trackID=0", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1");
        if (setUp.Status != 200)
            return setUp;
        return await AskAsync("PLAY", address, $"Session: {setUp.Headers["Session"].Split(';')[0]}");
    }

    internal async Task<RtspAnswer> ReadAnswerAsync()
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await FillAsync(one);
            head.Append((char)one[0]);
        }
        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await FillAsync(body);
        return new(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, Encoding.ASCII.GetString(body));
    }

    internal async Task<(byte Channel, byte[] Packet)> ReadPacketAsync()
    {
        var head = new byte[4];
        await FillAsync(head);
        Assert.Equal((byte)'$', head[0]);
        var packet = new byte[BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2))];
        await FillAsync(packet);
        return (head[1], packet);
    }

    /// <summary>True when nothing more comes and the other side has closed.</summary>
    internal async Task<bool> IsClosedAsync()
    {
        try
        {
            return await _tcp.GetStream().ReadAsync(new byte[1]).AsTask().WaitAsync(Patience) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }

    internal bool HasBytes => _tcp.Available > 0;

    public void Dispose() => _tcp.Dispose();

    private Task FillAsync(byte[] bytes) => _tcp.GetStream().ReadExactlyAsync(bytes).AsTask().WaitAsync(Patience);
}

internal sealed record RtspAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body);
