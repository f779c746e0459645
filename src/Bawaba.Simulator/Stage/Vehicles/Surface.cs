using System.Numerics;

namespace Bawaba.Simulator.Stage.Vehicles;

/// <summary>What a surface is made of.</summary>
/// <param name="Albedo">Own colour, 0 to 1.</param>
/// <param name="Gloss">How much sky it mirrors, 0 to 1.</param>
/// <param name="Glow">How much light it gives off itself.</param>
internal readonly record struct Surface(Vector3 Albedo, float Gloss = 0, float Glow = 0)
{
    internal static Surface Rubber { get; } = new(new(0.05f, 0.05f, 0.055f));

    internal static Surface Plastic { get; } = new(new(0.09f, 0.09f, 0.095f), 0.15f);

    internal static Surface Glass { get; } = new(new(0.035f, 0.045f, 0.05f), 0.85f);

    internal static Surface Lens { get; } = new(new(0.72f, 0.74f, 0.76f), 0.7f);

    internal static Surface RedLens { get; } = new(new(0.50f, 0.05f, 0.05f), 0.5f, 0.25f);

    internal static Surface Amber { get; } = new(new(0.75f, 0.36f, 0.06f), 0.4f);

    internal static Surface Chrome { get; } = new(new(0.55f, 0.56f, 0.57f), 0.9f);

    internal static Surface Metal { get; } = new(new(0.45f, 0.45f, 0.46f), 0.4f);

    internal static Surface Paint(VehicleColour colour) => new(
        colour switch
        {
            VehicleColour.White => new(0.80f, 0.80f, 0.78f),
            VehicleColour.Silver => new(0.55f, 0.56f, 0.57f),
            VehicleColour.Grey => new(0.25f, 0.26f, 0.27f),
            VehicleColour.Black => new(0.045f, 0.045f, 0.05f),
            VehicleColour.Red => new(0.50f, 0.07f, 0.06f),
            VehicleColour.Blue => new(0.08f, 0.16f, 0.40f),
            VehicleColour.Green => new(0.10f, 0.26f, 0.16f),
            _ => new(0.62f, 0.53f, 0.40f),
        },
        0.75f);
}
