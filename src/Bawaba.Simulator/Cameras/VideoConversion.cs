// Brings any video file into the form in which a camera sends: an H.264 byte stream without B-frames, beside it the
// time of every picture. Called by CameraSimulator.AddFileAsync. H.264 is copied, everything else is encoded anew.
using System.Globalization;

namespace Bawaba.Simulator.Cameras;

internal static class VideoConversion
{
    private const long MaxFileBytes = 4L << 30;

    internal static async Task<LoopedFilm> ToFilmAsync(string path, string target, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: the file does not exist", path);
        if (new FileInfo(path).Length > MaxFileBytes)
            throw new InvalidDataException($"{path}: larger than {MaxFileBytes >> 30} GB");
        try
        {
            var source = "file:" + Path.GetFullPath(path);
            if (!await IsCameraLikeAsync(source, cancellation).ConfigureAwait(false))
                source = await EncodeAsync(source, target, cancellation).ConfigureAwait(false);
            return await CopyAsync(source, target, cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: not a video that can be played ({e.Message})", e);
        }
    }

    private static async Task<bool> IsCameraLikeAsync(string source, CancellationToken cancellation)
    {
        var said = await FfmpegRun.ToEndAsync(
            "ffprobe",
            ["-v", "error", "-protocol_whitelist", "file", "-select_streams", "v:0", "-show_entries", "stream=codec_name,has_b_frames", "-of", "csv=p=0", source],
            cancellation).ConfigureAwait(false);
        return said.Trim() is var words && words.Length > 0
            ? words.StartsWith("h264,0", StringComparison.Ordinal)
            : throw new InvalidDataException("it holds no video stream");
    }

    private static async Task<string> EncodeAsync(string source, string target, CancellationToken cancellation)
    {
        var encoded = target + ".mp4";
        string[] arguments =
        [
            "-hide_banner", "-v", "error", "-y", "-protocol_whitelist", "file", "-i", source, "-map", "0:v:0", "-fps_mode", "passthrough",
            "-enc_time_base", "1:90000", "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-bf", "0", "-g", "50", "-pix_fmt", "yuv420p",
            "-video_track_timescale", "90000", encoded,
        ];
        await FfmpegRun.ToEndAsync("ffmpeg", arguments, cancellation).ConfigureAwait(false);
        return "file:" + encoded;
    }

    // One reading makes both, so that pictures and times belong together.
    private static async Task<LoopedFilm> CopyAsync(string source, string target, CancellationToken cancellation)
    {
        var film = target + ".h264";
        string[] arguments =
        [
            "-hide_banner", "-v", "error", "-y", "-protocol_whitelist", "file,pipe", "-i", source,
            "-map", "0:v:0", "-c", "copy", "-bsf:v", "h264_mp4toannexb", "-f", "h264", film,
            "-map", "0:v:0", "-c", "copy", "-f", "framecrc", "pipe:1",
        ];
        var times = Times(await FfmpegRun.ToEndAsync("ffmpeg", arguments, cancellation).ConfigureAwait(false));
        return times.Count > 0 ? new(film, times) : throw new InvalidDataException("it holds no picture");
    }

    // "#tb 0: 1/90000", then a line a picture: stream, decoding time, showing time, …
    private static List<TimeSpan> Times(string listing)
    {
        var (numerator, denominator) = (1L, 90_000L);
        var ticks = new List<long>();
        foreach (var line in listing.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("#tb 0:", StringComparison.Ordinal))
            {
                var parts = line["#tb 0:".Length..].Split('/');
                (numerator, denominator) = (long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
            }
            else if (line[0] != '#' && long.TryParse(line.Split(',')[2], CultureInfo.InvariantCulture, out var at))
            {
                ticks.Add(ticks.Count > 0 ? Math.Max(at, ticks[^1]) : at);
            }
        }
        return [.. ticks.Select(at => TimeSpan.FromSeconds((at - ticks[0]) * numerator / (double)denominator))];
    }
}
