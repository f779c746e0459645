// How plates have looked to a camera lately, for who aims it: size, blur, light and angle, never a text. Written by CameraWorker,
// read by the commissioning page. Bounded, in memory only.
using Bawaba.Gate.Health;
using Bawaba.Vision;

namespace Bawaba.Gate.Cameras;

internal sealed class PlateSights(TimeProvider time)
{
    private const int MaxKept = 500;
    private readonly Lock _lock = new();
    private readonly Queue<PlateSight> _sights = new();

    internal void Take(Frame frame, IReadOnlyList<PlateObservation> plates)
    {
        if (plates.Count == 0)
            return;
        var now = time.GetUtcNow();
        var sights = plates.Select(plate => new PlateSight(
            now, plate.Corners.Width, PlateBlur.Of(frame, plate.Corners), PlateBlur.Bright(frame, plate.Corners), plate.Corners.Squareness, plate.Legible && plate.Text.Length > 0)).ToList();
        lock (_lock)
        {
            sights.ForEach(_sights.Enqueue);
            while (_sights.Count > MaxKept)
                _sights.Dequeue();
        }
    }

    /// <summary>Those since the instant, oldest first.</summary>
    internal IReadOnlyList<PlateSight> Since(DateTimeOffset at)
    {
        lock (_lock)
            return [.. _sights.Where(s => s.At >= at)];
    }
}

/// <param name="WidthPx">Along the plate's own edge, pixels of the frame that was read.</param>
/// <param name="BlurPx">Sigma of a Gaussian, pixels; null where it cannot be told.</param>
/// <param name="Bright">0 to 255: how bright the plate's ground is; 255 is burnt out.</param>
/// <param name="Squareness">0 to 1: 1 when it is not seen from the side.</param>
/// <param name="WasRead">A text could be read; which is not kept.</param>
internal readonly record struct PlateSight(DateTimeOffset At, float WidthPx, double? BlurPx, int Bright, float Squareness, bool WasRead);
