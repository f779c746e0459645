// How a sampled plate stands to its camera: turned, so far away, so wide in the picture. Called by PlateSampler.
using System.Numerics;
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Plates;

/// <summary>A plate's pose; angles in degrees, the centre in pixels.</summary>
internal sealed record SamplePose(float Yaw, float Pitch, float Roll, float Distance, SKPoint Centre, float WidthPx)
{
    // Seen from 8 to 25 plate widths away, as by a long lens.
    private const float Nearest = 8;
    private const float Farthest = 25;

    // Yaw and pitch together: the angle between the plate's normal and the view stays within the limit.
    internal static SamplePose Next(Random random, float mostTurnedDegrees, float widthPx)
    {
        while (true)
        {
            var (yaw, pitch) = (Between(random, -mostTurnedDegrees, mostTurnedDegrees), Between(random, -18, 18));
            if (MathF.Cos(Radians(yaw)) * MathF.Cos(Radians(pitch)) < MathF.Cos(Radians(mostTurnedDegrees)))
                continue;
            var centre = new SKPoint(PlateSampler.Width * Between(random, 0.3f, 0.7f), PlateSampler.Height * Between(random, 0.4f, 0.75f));
            return new(yaw, pitch, Between(random, -7, 7), Between(random, Nearest, Farthest), centre, widthPx);
        }
    }

    /// <summary>The same at another height of the picture.</summary>
    internal SamplePose From(float centreY) => this with { Centre = new(Centre.X, centreY) };

    /// <summary>A moment later: larger, lower in the picture, turned by a little.</summary>
    internal SamplePose Nearer(float growth, float turnDegrees) => this with
    {
        WidthPx = WidthPx * growth,
        Yaw = Yaw + (turnDegrees / 2),
        Roll = Roll + (turnDegrees / 4),
        Centre = new(Centre.X + (0.1f * WidthPx * turnDegrees), Math.Min(PlateSampler.Height * 0.8f, Centre.Y + (0.15f * WidthPx))),
    };

    /// <summary>The corners of a plate of that height for a width of 1, clockwise from its top-left.</summary>
    internal SKPoint[] Corners(float rise)
    {
        var turn = Matrix4x4.CreateRotationZ(Radians(Roll)) * Matrix4x4.CreateRotationX(Radians(Pitch)) * Matrix4x4.CreateRotationY(Radians(Yaw));
        SKPoint[] At(float scale) =>
        [
            .. new[] { new Vector3(-0.5f, -rise / 2, 0), new(0.5f, -rise / 2, 0), new(0.5f, rise / 2, 0), new(-0.5f, rise / 2, 0) }
                .Select(corner => Vector3.Transform(corner, turn))
                .Select(p => new SKPoint(Centre.X + (scale * p.X * Distance / (Distance + p.Z)), Centre.Y + (scale * p.Y * Distance / (Distance + p.Z)))),
        ];
        return At(100 * WidthPx / WidthOf(At(100)));
    }

    private static float WidthOf(SKPoint[] corners) => (SKPoint.Distance(corners[0], corners[1]) + SKPoint.Distance(corners[3], corners[2])) / 2;

    private static float Between(Random random, float low, float high) => low + ((high - low) * (float)random.NextDouble());

    private static float Radians(float degrees) => degrees * MathF.PI / 180;
}
