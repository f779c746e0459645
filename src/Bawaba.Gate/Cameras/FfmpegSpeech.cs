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
    private readonly Channel<double?> _times = Channel.CreateBounded<double?>(4096);
    private double _timeBase = 1e-3;

    /// <summary>The file's own stamps in seconds, one a picture, in their order; null where it has none.</summary>
    internal ChannelReader<double?> PictureSeconds => _times.Reader;

    /// <summary>True when the file broke off or part of it could not be decoded.</summary>
    internal bool SaysDamaged { get; private set; }

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
    /// <param name="exitCode">The child's.</param>
    /// <param name="silentFor">How long the child waited without a picture before it gave up; null when one came, or for a file.</param>
    internal CameraFault ToFault(int exitCode, TimeSpan? silentFor = null)
    {
        var words = LastWords;
        var code = Codes.FirstOrDefault(c => words.Contains(c.Words, StringComparison.OrdinalIgnoreCase)).Code ?? (exitCode == 0 ? "ended" : "failed");
        // ffmpeg calls a description that never came invalid data. What is there and no video is told apart at once.
        if (code == "not-video" && silentFor >= FfmpegCommand.Silence)
            code = "no-answer";
        return new(code, words.Length > 0 ? words : $"ffmpeg ended with exit code {exitCode} and said nothing.");
    }

    private static readonly (string Words, string Code)[] Codes =
    [
        ("401 Unauthorized", "unauthorized"), ("403 Forbidden", "unauthorized"), ("404 Not Found", "not-found"), ("453 Not Enough Bandwidth", "busy"),
        ("Connection refused", "refused"), ("No route to host", "refused"), ("timed out", "no-answer"),
        ("Name or service not known", "not-found"), ("Invalid data found", "not-video"), ("moov atom not found", "not-video"),
        ("matches no streams", "not-video"), ("not on whitelist", "not-video"), ("End of file", "ended"),
    ];

    private async ValueTask HearAsync(string line)
    {
        var time = PictureTime().Match(line);
        if (time.Success)
        {
            double? seconds = long.TryParse(time.Groups["pts"].ValueSpan, CultureInfo.InvariantCulture, out var pts) ? pts * _timeBase : null;
            await _times.Writer.WriteAsync(seconds).ConfigureAwait(false);
            return;
        }
        if (TimeBase().Match(line) is { Success: true } unit)
            _timeBase = double.Parse(unit.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) / Math.Max(1, double.Parse(unit.Groups["d"].ValueSpan, CultureInfo.InvariantCulture));
        if (!Worth(line))
            return;
        SaysDamaged |= line.Contains("partial file", StringComparison.Ordinal) || line.Contains("corrupt input packet", StringComparison.Ordinal);
        lock (_lock)
        {
            // Redact before cutting: half a password would not be found.
            var said = Redaction.Redact(line, credentials);
            _lines.Enqueue(said.Length > MaxLineLength ? said[..MaxLineLength] : said);
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

    [GeneratedRegex(@"^\[Parsed_showinfo[^\]]*\] config in time_base: (?<n>[0-9]{1,9})/(?<d>[0-9]{1,9})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex TimeBase();

    // The printed seconds have six digits only; the whole stamp is exact.
    [GeneratedRegex(@"^\[Parsed_showinfo[^\]]*\] n:\s*[0-9]+ pts:\s*(?<pts>-?[0-9]{1,18}|NOPTS)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex PictureTime();
}
