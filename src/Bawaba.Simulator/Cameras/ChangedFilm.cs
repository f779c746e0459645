// A film as a faulty camera shows it: decoded, made worse, encoded again while it is played. Made by SimulatedCamera for the
// faults of the picture. One picture comes out for each that went in, with its time; the child ends with the reading.
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Bawaba.Simulator.Faults;

namespace Bawaba.Simulator.Cameras;

internal sealed class ChangedFilm(Film film, IReadOnlyList<SimulatedFault> faults)
{
    private const int WaitingPictures = 256;
    private static readonly byte[] StartCode = [0, 0, 0, 1];

    /// <summary>The film itself where none of the faults is one of the picture.</summary>
    internal static Film Of(Film film, IReadOnlyList<SimulatedFault> faults) =>
        faults.Any(IsOfPicture) ? new ChangedFilm(film, faults).ReadAsync : film;

    internal static bool IsOfPicture(SimulatedFault fault) =>
        fault is SimulatedFault.NewSets or SimulatedFault.LongGop or SimulatedFault.Blurred or SimulatedFault.Dark or SimulatedFault.Moved;

    private async IAsyncEnumerable<AccessUnit> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var times = Channel.CreateBounded<TimeSpan>(WaitingPictures);
        using var child = await FfmpegRun.StartAsync("ffmpeg", Arguments()).ConfigureAwait(false);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var words = child.StandardError.ReadToEndAsync(CancellationToken.None);
        var feeding = Task.Run(() => FeedAsync(child.StandardInput.BaseStream, times.Writer, over.Token), CancellationToken.None);
        try
        {
            await foreach (var picture in new AnnexBReader(child.StandardOutput.BaseStream).ReadAsync(cancellation).ConfigureAwait(false))
                yield return picture with { Offset = await times.Reader.ReadAsync(cancellation).ConfigureAwait(false) };
            throw new InvalidDataException($"The picture could not be changed: {await words.ConfigureAwait(false)}");
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            if (!child.HasExited)
                child.Kill();
            await child.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ((Task)words).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FeedAsync(Stream input, ChannelWriter<TimeSpan> times, CancellationToken cancellation)
    {
        await foreach (var picture in film(cancellation).ConfigureAwait(false))
        {
            await times.WriteAsync(picture.Offset, cancellation).ConfigureAwait(false);
            foreach (var unit in picture.Units)
            {
                await input.WriteAsync(StartCode, cancellation).ConfigureAwait(false);
                await input.WriteAsync(unit, cancellation).ConfigureAwait(false);
            }
            await input.FlushAsync(cancellation).ConfigureAwait(false);
        }
        input.Close();
    }

    private string[] Arguments() =>
    [
        "-hide_banner", "-v", "error", "-threads", "1", "-flags", "low_delay", "-probesize", "65536", "-analyzeduration", "0", "-f", "h264", "-i", "pipe:0",
        "-an", "-vf", string.Join(',', Filters()), "-fps_mode", "passthrough", "-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency",
        "-bf", "0", "-crf", "23", "-g", faults.Contains(SimulatedFault.LongGop) ? "300" : "15", "-keyint_min", "15", "-sc_threshold", "0",
        "-pix_fmt", "yuv420p", "-threads", "1", "-flush_packets", "1", "-f", "h264", "pipe:1",
    ];

    // Sizes stay even, whatever the film's are. A turned camera is as sharp as before, so nothing is scaled for it: what comes
    // into view is the picture mirrored at its edge.
    private IEnumerable<string> Filters()
    {
        if (faults.Contains(SimulatedFault.Moved))
            yield return "split[a][b];[b]hflip[c];[a][c]hstack,crop=iw/2:ih:trunc(iw*0.08)*2:0";
        if (faults.Contains(SimulatedFault.Blurred))
            yield return @"boxblur=luma_radius=max(2\,trunc(min(w\,h)/80)):luma_power=2";
        if (faults.Contains(SimulatedFault.Dark))
            yield return "lutyuv=y=16+(val-16)*0.06:u=128+(val-128)*0.06:v=128+(val-128)*0.06";
        if (faults.Contains(SimulatedFault.NewSets))
            yield return "scale=trunc(iw*0.4)*2:trunc(ih*0.4)*2";
        yield return "null";
    }
}
