// A lane as its camera sees it: draws any frame of a film from the settings alone, and knows the truth about it.
// Called by StageFilm, frame after frame, and by tests. Promises: equal settings give equal pixels and equal truth;
// frame 0 and the last one show an empty road, so the film can be looped.
using Bawaba.Contracts.City;
using Bawaba.Simulator.Stage.Road;
using Bawaba.Simulator.Stage.Vehicles;
using SkiaSharp;

namespace Bawaba.Simulator.Stage;

/// <summary>Draws one camera's lane. Not for two threads at once.</summary>
public sealed class LaneStage : IDisposable
{
    private const float LineHeightMetres = 0.55f;
    private const float LayerScale = 2;
    private const float LayerPixels = 500_000;
    private readonly StageSettings _settings;
    private readonly StageCamera _camera;
    private readonly StageLook _look;
    private readonly IReadOnlyList<ScheduledVehicle> _vehicles;
    private readonly PlateMount?[] _plates;
    private readonly MeshPainter _painter;
    private readonly Lazy<SKImage> _backdrop;
    private readonly Lazy<FrameFinish> _finish;
    private readonly Lazy<SKBitmap> _layer;

    public LaneStage(StageSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        _settings = settings;
        _camera = new(settings.Width, settings.Height, settings.Seed);
        _look = StageLook.Of(settings);
        _vehicles = StageSchedule.Of(settings);
        _plates = new PlateMount?[_vehicles.Count];
        for (var i = 0; i < _plates.Length; i++)
            _plates[i] = _vehicles[i].Vehicle.Plate is { } plate ? new(plate, _vehicles[i].Design, settings.Motion, _vehicles[i].Seed) : null;
        _painter = new(_camera, _look);
        // Whoever asks only for the truth must not wait for paint.
        _backdrop = new(() => Backdrop.Paint(settings, _camera, _look));
        _finish = new(() => new(settings, _look));
        _layer = new(() => new(new SKImageInfo((int)(settings.Width * LayerScale), (int)(settings.Height * LayerScale), SKColorType.Bgra8888, SKAlphaType.Premul)));
        Passages = [.. _vehicles.Select(Truth)];
    }

    /// <summary>Every vehicle of the film in the order of coming.</summary>
    public IReadOnlyList<StagePassage> Passages { get; }

    /// <summary>The line across the lane at which passages count.</summary>
    public static PictureLine LineOf(StageSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var camera = new StageCamera(settings.Width, settings.Height, settings.Seed);
        var y = Math.Round(LineY(camera) / settings.Height, 4);
        return new(0, y, 1, y);
    }

    /// <summary>Where name and clock are burnt in.</summary>
    public static PictureArea DisplayArea { get; } = new(0, 0, 0.36, 0.10);

    /// <summary>The caller owns the bitmap: BGRA, the settings' size.</summary>
    public SKBitmap DrawFrame(int number)
    {
        var frame = new SKBitmap(new SKImageInfo(_settings.Width, _settings.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        DrawFrame(number, frame);
        return frame;
    }

    /// <summary>Where each plate is in a frame; those whose vehicle is in reach and whose face is turned to the camera.</summary>
    public IReadOnlyList<PlateSighting> PlatesAt(int number)
    {
        var seconds = SecondsOf(number);
        var found = new List<PlateSighting>();
        for (var i = 0; i < _vehicles.Count; i++)
        {
            if (_plates[i] is { } plate && _vehicles[i].IsPresentAt(seconds) && _vehicles[i].NearEndAt(seconds) is > 3 and < RoadCourse.StraightMetres)
                found.Add(new(i, _vehicles[i].Vehicle.Plate!.Text.Visual, plate.Corners(_camera, _vehicles[i].PlacementAt(seconds))));
        }
        return found;
    }

    public void Dispose()
    {
        foreach (var plate in _plates)
            plate?.Dispose();
        if (!_backdrop.IsValueCreated)
            return;
        _backdrop.Value.Dispose();
        _finish.Value.Dispose();
        _layer.Value.Dispose();
    }

    internal void DrawFrame(int number, SKBitmap frame)
    {
        var seconds = SecondsOf(number);
        using var canvas = new SKCanvas(frame);
        canvas.DrawImage(_backdrop.Value, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        foreach (var index in Enumerable.Range(0, _vehicles.Count).Where(i => _vehicles[i].IsPresentAt(seconds)).OrderByDescending(i => _vehicles[i].NearEndAt(seconds)))
            DrawVehicle(canvas, _vehicles[index], _plates[index], _vehicles[index].PlacementAt(seconds));
        _finish.Value.Paint(canvas, number);
    }

    private void DrawVehicle(SKCanvas canvas, ScheduledVehicle vehicle, PlateMount? plate, Placement placement)
    {
        var area = AreaOf(vehicle.Design, placement);
        if (area.IsEmpty)
            return;
        VehicleLights.Shadow(canvas, _camera, _look, vehicle.Design, placement);
        VehicleLights.Pool(canvas, _camera, _look, vehicle.Design, placement);
        // The body larger, then shrunk: that is what smooths its edges. The nearer it is, the less it needs and the more it costs.
        var scale = Math.Clamp(MathF.Sqrt(LayerPixels / ((float)area.Width * area.Height)), 1.25f, LayerScale);
        var large = new SKRect(area.Left * scale, area.Top * scale, area.Right * scale, area.Bottom * scale);
        using (var layer = new SKCanvas(_layer.Value))
        {
            layer.ClipRect(large);
            layer.Clear(SKColors.Transparent);
            layer.Scale(scale);
            _painter.Paint(layer, vehicle.Design.Parts, placement);
            plate?.Paint(layer, _camera, _look, placement);
        }
        using var pixels = _layer.Value.PeekPixels();
        using var image = SKImage.FromPixels(pixels);
        canvas.DrawImage(image, large, (SKRect)area, new SKSamplingOptions(SKFilterMode.Linear), null);
        VehicleLights.Glare(canvas, _camera, _look, vehicle.Design, placement);
    }

    // The part of the picture the body can reach, in whole pixels.
    private SKRectI AreaOf(VehicleDesign design, Placement placement)
    {
        var (left, top, right, bottom) = (float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        foreach (var x in new[] { -0.6f, 0.6f })
        {
            foreach (var y in new[] { -0.1f, design.Length + 0.1f })
            {
                foreach (var z in new[] { 0f, design.Height * 1.05f })
                {
                    var p = _camera.Project(placement.Point(new(x * (design.Width + 0.35f), y, z)));
                    (left, top, right, bottom) = (Math.Min(left, p.X), Math.Min(top, p.Y), Math.Max(right, p.X), Math.Max(bottom, p.Y));
                }
            }
        }
        var area = new SKRectI((int)Math.Max(0, left - 4), (int)Math.Max(0, top - 4), (int)Math.Min(_settings.Width, right + 5), (int)Math.Min(_settings.Height, bottom + 5));
        return area.Width > 0 && area.Height > 0 ? area : SKRectI.Empty;
    }

    private StagePassage Truth(ScheduledVehicle vehicle, int number)
    {
        var frame = CrossingFrame(vehicle, _plates[number]);
        return new()
        {
            Number = number,
            Kind = vehicle.Vehicle.Kind,
            Colour = vehicle.Vehicle.Colour,
            Plate = vehicle.Vehicle.Plate?.Text.Visual,
            Country = vehicle.Vehicle.Plate?.Country.ToString(),
            Wanted = vehicle.Wanted,
            CrossingFrame = frame,
            CrossingSeconds = SecondsOf(frame),
            SpeedKmh = vehicle.Vehicle.SpeedKmh,
        };
    }

    private int CrossingFrame(ScheduledVehicle vehicle, PlateMount? plate)
    {
        var line = LineY(_camera);
        var end = vehicle.Motion == VehicleMotion.Towards ? 0 : vehicle.Design.Length;
        for (var frame = (int)Math.Ceiling(vehicle.EnterSeconds * _settings.FramesPerSecond); ; frame++)
        {
            var placement = vehicle.PlacementAt(SecondsOf(frame));
            var y = (plate?.Centre(_camera, placement) ?? _camera.Project(placement.Point(new(0, end, LineHeightMetres)))).Y;
            var crossed = vehicle.Motion == VehicleMotion.Towards ? y >= line : y < line;
            if (crossed || !vehicle.IsPresentAt(SecondsOf(frame)))
                return frame;
        }
    }

    private static float LineY(StageCamera camera) => camera.Project(new(0, RoadCourse.LineMetres, LineHeightMetres)).Y;

    private double SecondsOf(int frame) => frame / (double)_settings.FramesPerSecond;
}
