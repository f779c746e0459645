// The lane's fixed camera: a pinhole on a pole at the lane's left, a long lens looking slightly down. Every drawn thing and every
// truth goes through Project, so a plate's corners are exact. World: metres, x right, y along the road away from the camera, z up.
using System.Numerics;
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Road;

internal sealed class StageCamera
{
    // 2.85 picture widths: a plate of 520 mm is about 160 px wide in 1280 at the line.
    private const float FocalInWidths = 2.85f;
    private const float PitchDown = 0.091f;
    private readonly float _focal, _cx, _cy;
    private readonly Vector3 _right, _down, _forward;

    internal StageCamera(int width, int height, int seed)
    {
        var random = new Random(seed ^ 0x5CA3);
        Position = new(-2.2f - (0.6f * (float)random.NextDouble()), 0, 2.2f);
        _focal = FocalInWidths * width;
        (_cx, _cy) = (width / 2f, height / 2f);
        var yaw = MathF.Atan2(-Position.X, 17);
        _forward = Vector3.Normalize(new(MathF.Sin(yaw) * MathF.Cos(PitchDown), MathF.Cos(yaw) * MathF.Cos(PitchDown), -MathF.Sin(PitchDown)));
        _right = Vector3.Normalize(Vector3.Cross(_forward, Vector3.UnitZ));
        _down = Vector3.Cross(_forward, _right);
    }

    internal Vector3 Position { get; }

    internal float FocalPx => _focal;

    /// <summary>Metres along the view; what is nearer than half a metre cannot be drawn.</summary>
    internal float Depth(Vector3 point) => Vector3.Dot(point - Position, _forward);

    internal SKPoint Project(Vector3 point)
    {
        var v = point - Position;
        var depth = MathF.Max(Vector3.Dot(v, _forward), 0.5f);
        return new(_cx + (_focal * Vector3.Dot(v, _right) / depth), _cy + (_focal * Vector3.Dot(v, _down) / depth));
    }

    /// <summary>The direction a pixel looks in; not of length 1.</summary>
    internal Vector3 Ray(float x, float y) => _forward + (_right * ((x - _cx) / _focal)) + (_down * ((y - _cy) / _focal));
}
