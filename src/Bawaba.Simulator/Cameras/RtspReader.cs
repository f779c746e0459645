// Reads requests from a client's connection and skips the packets it sends between them. Everything is limited: a
// request that is too long, has too many headers or is not RTSP throws RtspFault.
using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace Bawaba.Simulator.Cameras;

internal sealed class RtspReader(PipeReader input)
{
    private const int MaxHeadBytes = 8 << 10;
    private const int MaxHeaders = 32;
    private const int MaxBodyBytes = 4 << 10;

    /// <summary>The next request; null when the client has gone.</summary>
    internal async ValueTask<RtspRequest?> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await input.ReadAtLeastAsync(4, cancellation).ConfigureAwait(false);
            if (read.Buffer.Length < 4)
                return null;
            var packet = PacketBytes(read.Buffer);
            if (packet > 0)
            {
                input.AdvanceTo(read.Buffer.Start);
                if (!await SkipAsync(packet, cancellation).ConfigureAwait(false))
                    return null;
                continue;
            }
            if (HeadBytes(read.Buffer) is { } head)
            {
                var request = Parse(Encoding.ASCII.GetString(read.Buffer.Slice(0, head)));
                input.AdvanceTo(read.Buffer.GetPosition(head));
                return await SkipAsync(BodyBytes(request), cancellation).ConfigureAwait(false) ? request : null;
            }
            if (read.Buffer.Length >= MaxHeadBytes)
                throw new RtspFault(400, "The request is too long.");
            if (read.IsCompleted)
                return null;
            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    // "$", channel, length: a client's receiver report.
    private static int PacketBytes(in ReadOnlySequence<byte> buffer)
    {
        Span<byte> head = stackalloc byte[4];
        buffer.Slice(0, 4).CopyTo(head);
        return head[0] == '$' ? 4 + ((head[2] << 8) | head[3]) : 0;
    }

    private static int? HeadBytes(in ReadOnlySequence<byte> buffer)
    {
        var limited = buffer.Slice(0, Math.Min(buffer.Length, MaxHeadBytes));
        var reader = new SequenceReader<byte>(limited);
        return reader.TryReadTo(out ReadOnlySequence<byte> _, "\r\n\r\n"u8) ? (int)reader.Consumed : null;
    }

    private async ValueTask<bool> SkipAsync(int bytes, CancellationToken cancellation)
    {
        if (bytes == 0)
            return true;
        var read = await input.ReadAtLeastAsync(bytes, cancellation).ConfigureAwait(false);
        if (read.Buffer.Length < bytes)
            return false;
        input.AdvanceTo(read.Buffer.GetPosition(bytes));
        return true;
    }

    private static int BodyBytes(RtspRequest request)
    {
        if (!request.Headers.TryGetValue("Content-Length", out var text))
            return 0;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes <= MaxBodyBytes
            ? bytes
            : throw new RtspFault(413, "The body is too long.");
    }

    private static RtspRequest Parse(string head)
    {
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var words = lines.Length > 0 ? lines[0].Split(' ') : [];
        if (words is not [var method, var address, "RTSP/1.0"])
            throw new RtspFault(400, "This is not an RTSP 1.0 request.");
        if (lines.Length - 1 > MaxHeaders)
            throw new RtspFault(400, $"More than {MaxHeaders} headers.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1)
                throw new RtspFault(400, "A header has no colon.");
            headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }
        return new() { Method = method, Address = address, Headers = headers };
    }
}
