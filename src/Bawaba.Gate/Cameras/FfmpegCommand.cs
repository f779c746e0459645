// The command line and the script on standard input with which ffmpeg reads one input.
// The address stands in the script, not in the arguments: the list of processes is readable by everyone.
using System.Globalization;

namespace Bawaba.Gate.Cameras;

internal static class FfmpegCommand
{
    internal const string Program = "ffmpeg";

    // A peer that says nothing at all, not even reports, is gone: sooner than the watchdog, which waits for pictures.
    internal static readonly TimeSpan Silence = TimeSpan.FromSeconds(8);

    // A playlist or a script under a video's name would make ffmpeg open other files: only containers are read.
    private const string Containers = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,asf,h264,hevc,mjpeg,mxf,ogg,m4v";

    internal static IEnumerable<string> Arguments(VideoInput input)
    {
        yield return "-hide_banner";
        yield return "-nostats";
        yield return "-loglevel";
        yield return input.IsStream ? "warning" : "info";
        if (input.IsStream)
        {
            foreach (var argument in StreamArguments())
                yield return argument;
        }
        else
        {
            yield return "-protocol_whitelist";
            yield return "file,pipe";
            yield return "-format_whitelist";
            yield return Containers;
            yield return "-i";
            yield return "file:" + input.Address;
        }
        foreach (var argument in OutputArguments(input))
            yield return argument;
    }

    /// <summary>Copies a stream, as the script on standard input names it, into fragments of one picture each.</summary>
    /// <param name="looksFirst">Looks into the stream before it copies: for cameras whose description does not hold what a head needs.</param>
    internal static IEnumerable<string> CopyArguments(bool looksFirst) =>
    [
        "-hide_banner", "-nostats", "-loglevel", "warning", .. looksFirst ? StreamArguments() : [.. AtOnce, .. StreamInput],
        "-an", "-sn", "-dn", "-map", "0:v:0", "-c:v", "copy", "-f", "mp4", "-movflags", "empty_moov+default_base_moof+frag_every_frame",
        "-flush_packets", "1", "pipe:1",
    ];

    /// <summary>What is written to ffmpeg's standard input; null when it reads nothing there.</summary>
    // What stands before -i is for the script; the stream's own demuxer takes its options here. Without fpsprobesize it
    // counts pictures for two seconds to guess a rate that nobody asks for.
    internal static string? Script(VideoInput input, bool looksFirst = true) => input.IsStream
        ? $"ffconcat version 1.0\nfile '{WithCredentials(input)}'\noption rtsp_transport tcp\noption timeout {Silence.TotalMicroseconds:0}\noption fpsprobesize 0\n"
            + (looksFirst ? "" : "option analyzeduration 0\noption probesize 32\n")
        : null;

    private static IEnumerable<string> StreamArguments() => ["-analyzeduration", "1000000", "-probesize", "65536", .. StreamInput];

    private static readonly string[] AtOnce = ["-analyzeduration", "0", "-probesize", "32", "-fpsprobesize", "0"];

    // No `-fflags nobuffer`: it throws away what was read while looking, the first key picture with it, and the next comes seconds later.
    private static readonly string[] StreamInput =
        ["-flags", "low_delay", "-f", "concat", "-safe", "0", "-protocol_whitelist", "pipe,rtp,tcp,tls,rtsp,rtsps", "-i", "pipe:0"];

    // Binary PPM carries each picture's size with it, so that a camera may change it at any time.
    private static IEnumerable<string> OutputArguments(VideoInput input)
    {
        var filters = new List<string>();
        if (input.MaxFramesPerSecond > 0)
        {
            // A tenth of slack: a stamp a hair early must not cost the whole frame.
            var gap = (0.9 / input.MaxFramesPerSecond).ToString("0.0000", CultureInfo.InvariantCulture);
            // A clock that jumps back must not silence the stream until it has caught up.
            filters.Add($"select='isnan(prev_selected_t)+gte(t-prev_selected_t,{gap})+lt(t,prev_selected_t)'");
        }
        if (!input.IsStream)
            filters.Add("showinfo=checksum=0");
        if (filters.Count > 0)
            return ["-an", "-sn", "-dn", "-map", "0:v:0", "-vf", string.Join(',', filters), .. Output];
        return ["-an", "-sn", "-dn", "-map", "0:v:0", .. Output];
    }

    private static readonly string[] Output =
        ["-fps_mode", "passthrough", "-c:v", "ppm", "-pix_fmt", "rgb24", "-f", "image2pipe", "-flush_packets", "1", "pipe:1"];

    private static string WithCredentials(VideoInput input)
    {
        if (input.Credentials is not { } credentials)
            return input.Address;
        var at = input.Address.IndexOf("://", StringComparison.Ordinal) + 3;
        return $"{input.Address[..at]}{Uri.EscapeDataString(credentials.UserName)}:{Uri.EscapeDataString(credentials.Password)}@{input.Address[at..]}";
    }
}
