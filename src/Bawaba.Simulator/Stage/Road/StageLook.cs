// The light of a scene as numbers: where the sun is, what colours sky, ground and haze have, what the camera's lamp adds.
// Made once a stage from its settings; every surface and the backdrop are shaded with it.
using System.Numerics;

namespace Bawaba.Simulator.Stage.Road;

internal sealed record StageLook
{
    internal required Vector3 SunDirection { get; init; }

    /// <summary>Light of the sun, of the sky above and of the ground below; 1 is the camera's white.</summary>
    internal required Vector3 Sun { get; init; }

    internal required Vector3 SkyFill { get; init; }

    internal required Vector3 GroundFill { get; init; }

    internal required Vector3 Zenith { get; init; }

    internal required Vector3 Horizon { get; init; }

    internal required Vector3 Haze { get; init; }

    /// <summary>Share of a thing's own light lost per metre.</summary>
    internal required float HazePerMetre { get; init; }

    /// <summary>Strength of the camera's infrared lamp; 0 by day.</summary>
    internal float Lamp { get; init; }

    /// <summary>1 in colour, 0 in infrared grey.</summary>
    internal float Saturation { get; init; } = 1;

    /// <summary>0 to 1: how dark a shadow on the ground is.</summary>
    internal float ShadowDepth { get; init; }

    /// <summary>0: off.</summary>
    internal float Headlights { get; init; }

    internal static StageLook Of(StageSettings settings)
    {
        var dust = (float)settings.Dust;
        var look = settings.Light switch
        {
            StageLight.Day => Day,
            StageLight.Dusk => Dusk,
            _ => Night,
        };
        var veil = new Vector3(0.80f, 0.68f, 0.50f) * (look.Horizon.Length() / 1.5f);
        return look with
        {
            HazePerMetre = look.HazePerMetre + (dust * 0.018f),
            Haze = Vector3.Lerp(look.Haze, veil, dust),
            Horizon = Vector3.Lerp(look.Horizon, veil, dust * 0.9f),
            Zenith = Vector3.Lerp(look.Zenith, veil, dust * 0.8f),
            Sun = look.Sun * (1 - (0.6f * dust)),
            SkyFill = Vector3.Lerp(look.SkyFill, look.SkyFill.Length() * new Vector3(0.66f, 0.58f, 0.47f), dust),
            ShadowDepth = look.ShadowDepth * (1 - (0.75f * dust)),
        };
    }

    private static StageLook Day => new()
    {
        SunDirection = Vector3.Normalize(new(-0.55f, -0.45f, 0.75f)),
        Sun = new(0.86f, 0.80f, 0.70f),
        SkyFill = new(0.34f, 0.38f, 0.44f),
        GroundFill = new(0.26f, 0.22f, 0.16f),
        Zenith = new(0.44f, 0.62f, 0.86f),
        Horizon = new(0.83f, 0.86f, 0.87f),
        Haze = new(0.82f, 0.81f, 0.77f),
        HazePerMetre = 0.0018f,
        ShadowDepth = 0.62f,
    };

    private static StageLook Dusk => new()
    {
        SunDirection = Vector3.Normalize(new(0.85f, 0.35f, 0.22f)),
        Sun = new(0.62f, 0.42f, 0.24f),
        SkyFill = new(0.36f, 0.35f, 0.39f),
        GroundFill = new(0.13f, 0.11f, 0.10f),
        Zenith = new(0.34f, 0.37f, 0.52f),
        Horizon = new(0.88f, 0.62f, 0.42f),
        Haze = new(0.70f, 0.54f, 0.42f),
        HazePerMetre = 0.003f,
        ShadowDepth = 0.35f,
        Headlights = 0.55f,
    };

    private static StageLook Night => new()
    {
        SunDirection = Vector3.Normalize(new(0.2f, 0.3f, 0.9f)),
        Sun = new(0.012f, 0.012f, 0.012f),
        SkyFill = new(0.03f, 0.03f, 0.03f),
        GroundFill = new(0.015f, 0.015f, 0.015f),
        Zenith = new(0.02f, 0.02f, 0.025f),
        Horizon = new(0.055f, 0.055f, 0.055f),
        Haze = new(0.05f, 0.05f, 0.05f),
        HazePerMetre = 0.004f,
        Lamp = 1.5f,
        Saturation = 0.06f,
        Headlights = 1,
    };
}
