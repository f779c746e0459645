using System.Diagnostics;
using Bawaba.Simulator.Stage.Plates;
using SkiaSharp;

namespace Bawaba.SystemTests.Reading;

/// <summary>Photos and videos that a test makes itself, with ffmpeg.</summary>
internal static class MadeFiles
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    internal static Task VideoAsync(string path, params IEnumerable<string> options) =>
        FfmpegAsync(["-f", "lavfi", "-i", "testsrc=s=320x180:d=2:r=10", "-pix_fmt", "yuv420p", .. options, path]);

    internal static Task PhotoAsync(string path, int width, int height) =>
        FfmpegAsync(["-f", "lavfi", "-i", $"color=gray:s={width}x{height}", "-frames:v", "1", path]);

    /// <summary>A picture of 800×600 with one drawn plate in it.</summary>
    internal static async Task PlateAsync(string path)
    {
        using var sample = PlateSampler.Draw(PlateCountry.Chad, seed: 7);
        using var png = sample.Picture.Encode(SKEncodedImageFormat.Png, 100);
        await File.WriteAllBytesAsync(path, png.ToArray());
    }

    private static async Task FfmpegAsync(IEnumerable<string> arguments)
    {
        using var child = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments]) { UseShellExecute = false, RedirectStandardError = true })!;
        using var limit = new CancellationTokenSource(Patience);
        var said = await child.StandardError.ReadToEndAsync(limit.Token);
        await child.WaitForExitAsync(limit.Token);
        Assert.True(child.ExitCode == 0, said);
    }
}
