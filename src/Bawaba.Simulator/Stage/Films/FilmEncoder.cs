// Draws a stage's frames and has ffmpeg encode them as a camera would: no B-frames, a key frame a second, one thread.
// Called by StageFilm. Promises that the child is gone when it returns or throws.
using System.Diagnostics;
using System.Globalization;
using Bawaba.Simulator.Cameras;
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Films;

internal static class FilmEncoder
{
    /// <summary>Writes the whole film over the file at <paramref name="path"/>; returns the milliseconds it took.</summary>
    internal static async Task<long> EncodeAsync(LaneStage stage, StageSettings settings, string path, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var child = await FfmpegRun.StartAsync("ffmpeg", Arguments(settings, path)).ConfigureAwait(false);
        var words = child.StandardError.ReadToEndAsync(cancellation);
        try
        {
            using var frame = new SKBitmap(new SKImageInfo(settings.Width, settings.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
            var bytes = new byte[frame.ByteCount];
            var input = child.StandardInput.BaseStream;
            for (var number = 0; number < settings.FrameCount; number++)
            {
                cancellation.ThrowIfCancellationRequested();
                stage.DrawFrame(number, frame);
                frame.GetPixelSpan().CopyTo(bytes);
                await input.WriteAsync(bytes, cancellation).ConfigureAwait(false);
            }
            child.StandardInput.Close();
            await child.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException e) when (!cancellation.IsCancellationRequested)
        {
            throw new InvalidDataException($"The film could not be encoded: {LastLine(await words.ConfigureAwait(false))}", e);
        }
        finally
        {
            if (!child.HasExited)
                child.Kill();
        }
        return child.ExitCode == 0
            ? clock.ElapsedMilliseconds
            : throw new InvalidDataException($"The film could not be encoded: {LastLine(await words.ConfigureAwait(false))}");
    }

    private static IEnumerable<string> Arguments(StageSettings settings, string path)
    {
        var rate = settings.FramesPerSecond.ToString(CultureInfo.InvariantCulture);
        return
        [
            "-hide_banner", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "bgr0",
            "-s", string.Create(CultureInfo.InvariantCulture, $"{settings.Width}x{settings.Height}"), "-r", rate, "-i", "pipe:0",
            "-c:v", "libx264", "-preset", "veryfast", "-tune", "zerolatency", "-profile:v", "baseline", "-pix_fmt", "yuv420p",
            "-crf", "25", "-maxrate", "3M", "-bufsize", "3M", "-bf", "0", "-g", rate, "-keyint_min", rate, "-sc_threshold", "0", "-threads", "1",
            "-flush_packets", "1", "-f", "h264", "file:" + path,
        ];
    }

    private static string LastLine(string said) => said.Trim().Split('\n')[^1] is { Length: > 0 } line ? line : "ffmpeg said nothing";
}
