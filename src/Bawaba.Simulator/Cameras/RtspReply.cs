using System.Globalization;
using System.Text;

namespace Bawaba.Simulator.Cameras;

/// <summary>An answer to a client.</summary>
internal sealed record RtspReply(int Status)
{
    internal IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    internal string Body { get; init; } = "";

    internal byte[] ToBytes(string cseq)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"RTSP/1.0 {Status} {ReasonOf(Status)}\r\nCSeq: {cseq}\r\n");
        foreach (var (name, value) in Headers)
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (Body.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.ASCII.GetByteCount(Body)}\r\n");
        return Encoding.ASCII.GetBytes(text.Append("\r\n").Append(Body).ToString());
    }

    private static string ReasonOf(int status) => status switch
    {
        200 => "OK",
        400 => "Bad Request",
        401 => "Unauthorized",
        404 => "Not Found",
        405 => "Method Not Allowed",
        413 => "Request Entity Too Large",
        453 => "Not Enough Bandwidth",
        454 => "Session Not Found",
        455 => "Method Not Valid In This State",
        461 => "Unsupported Transport",
        _ => "Service Unavailable",
    };
}
