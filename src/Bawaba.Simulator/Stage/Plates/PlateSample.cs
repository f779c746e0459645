using SkiaSharp;

namespace Bawaba.Simulator.Stage.Plates;

/// <summary>A picture with one plate in it, and the truth about that plate.</summary>
public sealed class PlateSample(SKBitmap picture, DrawnPlate plate, IReadOnlyList<SKPoint> corners, SampleConditions conditions) : IDisposable
{
    /// <summary>BGRA, opaque.</summary>
    public SKBitmap Picture => picture;

    public DrawnPlate Plate => plate;

    /// <summary>Four, clockwise from the plate's own top-left, pixels.</summary>
    public IReadOnlyList<SKPoint> Corners => corners;

    public SampleConditions Conditions => conditions;

    public void Dispose() => picture.Dispose();
}
