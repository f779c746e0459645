// One surface point's colour under a look. Called for every vertex of a vehicle and every pixel of the backdrop's ground.
using System.Numerics;
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Road;

internal static class Shading
{
    /// <summary>
    /// Colour of a point. <paramref name="gloss"/> 0 to 1 is how much sky a surface mirrors, <paramref name="glow"/> what it gives off itself.
    /// </summary>
    internal static SKColor At(StageLook look, StageCamera camera, Vector3 point, Vector3 normal, Vector3 albedo, float gloss, float glow)
    {
        var toCamera = camera.Position - point;
        var distance = toCamera.Length();
        toCamera /= distance;
        var up = (normal.Z + 1) / 2;
        var light = (look.Sun * MathF.Max(0, Vector3.Dot(normal, look.SunDirection)))
            + Vector3.Lerp(look.GroundFill, look.SkyFill, up)
            + LampAt(look, normal, toCamera, distance);
        var colour = albedo * light;
        if (gloss > 0)
        {
            var facing = Math.Clamp(Vector3.Dot(normal, toCamera), 0, 1);
            var fresnel = (gloss > 0.8f ? 0.16f : 0.05f) + (0.84f * MathF.Pow(1 - facing, 4));
            var mirrored = Vector3.Reflect(-toCamera, normal);
            var shine = MathF.Pow(MathF.Max(0, Vector3.Dot(mirrored, look.SunDirection)), 60) * 1.6f;
            colour = Vector3.Lerp(colour, Sky(look, mirrored), gloss * fresnel) + (look.Sun * (gloss * shine));
        }
        return Finish(look, colour + (albedo * glow), distance);
    }

    /// <summary>What is seen in a direction above the ground; below it, the ground's mean.</summary>
    internal static Vector3 Sky(StageLook look, Vector3 direction)
    {
        var height = direction.Z / MathF.Max(direction.Length(), 1e-4f);
        return height < 0
            ? Vector3.Lerp(look.Horizon * 0.55f, look.GroundFill * 0.9f, MathF.Min(1, -height * 3))
            : Vector3.Lerp(look.Horizon, look.Zenith, MathF.Sqrt(MathF.Min(1, height * 1.4f)));
    }

    internal static Vector3 LampAt(StageLook look, Vector3 normal, Vector3 toCamera, float distance) =>
        look.Lamp <= 0
            ? Vector3.Zero
            : new Vector3(look.Lamp * MathF.Max(0, Vector3.Dot(normal, toCamera)) / (1 + ((distance / 15) * (distance / 15))));

    /// <summary>Haze over the distance, infrared grey, the camera's tone curve.</summary>
    internal static SKColor Finish(StageLook look, Vector3 colour, float distance)
    {
        colour = Vector3.Lerp(look.Haze, colour, MathF.Exp(-look.HazePerMetre * distance));
        if (look.Saturation < 1)
            colour = Vector3.Lerp(new(Vector3.Dot(colour, new(0.30f, 0.59f, 0.11f))), colour, look.Saturation);
        return new(Tone(colour.X), Tone(colour.Y), Tone(colour.Z));
    }

    // A shoulder instead of a hard white: highlights keep their shape.
    private static byte Tone(float value)
    {
        var v = value < 0.75f ? value : 0.75f + (0.25f * (1 - MathF.Exp(-(value - 0.75f) * 3)));
        return (byte)Math.Clamp((v * 255) + 0.5f, 0, 255);
    }
}
