// Listens to what ffmpeg says on standard error: picture times of a file, and the last words of a failure.
// Keeps few lines and no credentials.
using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Bawaba.Gate.Cameras;

internal sealed partial class FfmpegSpeech(CameraCredentials? credentials)
{
    private const int MaxLines = 12;
    private const int MaxLineLength = 400;
    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();
    private readonly Channel<double> _times = Channel.CreateBounded<double>(4096);

    /// <summary>Seconds from the file's start, one a picture, in their order.</summary>
    internal ChannelReader<double> PictureSeconds => _times.Reader;

    internal string LastWords
    {
        get
        {
            lock (_lock)
                return string.Join("; ", _lines);
        }
    }

    internal async Task ListenAsync(StreamReader error)
    {
        try
        {
            while (await error.ReadLineAsync().ConfigureAwait(false) is { } line)
                await HearAsync(line).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The child is gone; what it said so far stands.
        }
        finally
        {
            _times.Writer.TryComplete();
        }
    }

    /// <summary>The failure as a code for screens.</summary>
    internal CameraFault ToFault(int exitCode)
    {
        var words = LastWords;
        var code = Codes.FirstOrDefault(c => words.Contains(c.Words, StringComparison.OrdinalIgnoreCase)).Code ?? (exitCode == 0 ? "ended" : "failed");
        return new(code, words.Length > 0 ? words : $"ffmpeg ended with exit code {exitCode} and said nothing.");
    }

    private static readonly (string Words, string Code)[] Codes =
    [
        ("401 Unauthorized", "unauthorized"), ("403 Forbidden", "unauthorized"), ("404 Not Found", "not-found"),
        ("Connection refused", "refused"), ("No route to host", "refused"), ("timed out", "no-answer"),
        ("Name or service not known", "not-found"), ("Invalid data found", "not-video"), ("moov atom not found", "not-video"),
        ("matches no streams", "not-video"), ("End of file", "ended"),
    ];

    private async ValueTask HearAsync(string line)
    {
        var time = PictureTime().Match(line);
        if (time.Success)
        {
            await _times.Writer.WriteAsync(double.Parse(time.Groups["s"].ValueSpan, CultureInfo.InvariantCulture)).ConfigureAwait(false);
            return;
        }
        if (!Worth(line))
            return;
        lock (_lock)
        {
            _lines.Enqueue(Redaction.Redact(line.Length > MaxLineLength ? line[..MaxLineLength] : line, credentials));
            if (_lines.Count > MaxLines)
                _lines.Dequeue();
        }
    }

    // At level info ffmpeg describes the input at length; failures are what is not indented and not showinfo's.
    private static bool Worth(string line) =>
        line.Length > 0 && line[0] != ' ' && !line.StartsWith("[Parsed_showinfo", StringComparison.Ordinal)
        && !line.StartsWith("Input #", StringComparison.Ordinal) && !line.StartsWith("Output #", StringComparison.Ordinal)
        && !line.StartsWith("Stream mapping", StringComparison.Ordinal) && !line.StartsWith("Press [q]", StringComparison.Ordinal)
        && !line.StartsWith("frame=", StringComparison.Ordinal);

    [GeneratedRegex(@"^\[Parsed_showinfo.* pts_time:\s*(?<s>-?[0-9.]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex PictureTime();
}
