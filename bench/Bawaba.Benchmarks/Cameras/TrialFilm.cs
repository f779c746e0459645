// The film of the fault trial: a drawn lane in which nothing drives, with a sensor's noise.
using System.Diagnostics;
using Bawaba.Simulator.Stage;
using SkiaSharp;

namespace Bawaba.Benchmarks.Cameras;

internal static class TrialFilm
{
    internal static string ModelsFolder { get; } = Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>Six seconds at 5 frames a second, 640×360, a key frame a second.</summary>
    internal static async Task<string> MakeAsync(string folder)
    {
        var (picture, film) = (Path.Combine(folder, "lane.png"), Path.Combine(folder, "lane.mp4"));
        using (var stage = new LaneStage(new() { Seed = 5, CameraName = "TRIAL", Width = 640, Height = 360, DurationSeconds = 60 }))
        using (var drawn = stage.DrawFrame(0))
        using (var png = drawn.Encode(SKEncodedImageFormat.Png, 100))
        using (var file = File.Create(picture))
            png.SaveTo(file);
        using var ffmpeg = Process.Start("ffmpeg",
            ["-hide_banner", "-v", "error", "-nostdin", "-y", "-loop", "1", "-framerate", "5", "-i", picture, "-t", "6", "-vf", "noise=alls=4:allf=t",
             "-c:v", "libx264", "-preset", "veryfast", "-g", "5", "-bf", "0", "-pix_fmt", "yuv420p", film]);
        await ffmpeg.WaitForExitAsync();
        return ffmpeg.ExitCode == 0 ? film : throw new InvalidOperationException("the film could not be made");
    }
}
