// What the ground is at a place: asphalt with wheel tracks, paint and patches, gravel shoulder, sand. Called once a pixel by Backdrop.
using System.Numerics;

namespace Bawaba.Simulator.Stage.Road;

internal sealed class GroundSurface(int seed)
{
    private const float LaneHalf = 1.9f;
    private const float RoadRight = 5.7f;
    private static readonly Vector3 Asphalt = new(0.235f, 0.23f, 0.225f);
    private static readonly Vector3 Gravel = new(0.42f, 0.36f, 0.28f);
    private static readonly Vector3 Sand = new(0.62f, 0.50f, 0.34f);
    private static readonly Vector3 White = new(0.78f, 0.77f, 0.73f);
    private static readonly Vector3 Yellow = new(0.72f, 0.54f, 0.16f);

    /// <summary>Own colour of the ground. <paramref name="pixel"/>: metres a pixel covers there.</summary>
    internal Vector3 At(float x, float y, float pixel)
    {
        var (across, along) = RoadCourse.Locate(x, y);
        var wander = Noise.Layers(across, along, 6, pixel, 3, seed + 40) * 0.18f;
        var road = Edge(across + wander, -LaneHalf - 0.45f, pixel) * Edge(-across + wander, -RoadRight - 0.45f, pixel);
        var shoulder = Edge(across + (wander * 2.5f), -LaneHalf - 2.2f, pixel + 0.3f) * Edge(-across + (wander * 2.5f), -RoadRight - 2.4f, pixel + 0.3f);
        var soil = Vector3.Lerp(SandAt(x, y, pixel), GravelAt(x, y, pixel), shoulder);
        return Vector3.Lerp(soil, RoadAt(across, along, x, y, pixel), road);
    }

    private Vector3 SandAt(float x, float y, float pixel)
    {
        var ripple = Noise.At((x * 2.2f) + (Noise.At(x, y, seed) * 2), y * 0.7f, seed + 1) * Math.Clamp((0.3f / pixel) - 1, 0, 1);
        var stones = MathF.Max(0, Noise.At(x / 0.16f, y / 0.16f, seed + 2) - 0.62f) * Math.Clamp((0.16f / pixel) - 1, 0, 1);
        return Sand * (1 + (0.13f * Noise.Layers(x, y, 9, pixel, 6, seed + 3)) + (0.05f * ripple) - (1.1f * stones));
    }

    private Vector3 GravelAt(float x, float y, float pixel) =>
        Gravel * (1 + (0.10f * Noise.Layers(x, y, 3, pixel, 4, seed + 5)) + (0.24f * Noise.Layers(x, y, 0.09f, pixel, 3, seed + 6)));

    private Vector3 RoadAt(float across, float along, float x, float y, float pixel)
    {
        var colour = Asphalt * (1 + (0.10f * Noise.Layers(x, y, 7, pixel, 4, seed + 7)) + (0.13f * Noise.Layers(x, y, 0.035f, pixel, 2, seed + 8)));
        // Tyres polish two tracks and oil drips between them.
        var track = MathF.Exp(-MathF.Pow((MathF.Abs(across) - 0.75f) / 0.28f, 2)) + MathF.Exp(-MathF.Pow((MathF.Abs(across - 3.8f) - 0.75f) / 0.3f, 2));
        var oil = MathF.Exp(-MathF.Pow(across / 0.3f, 2)) * (0.6f + (0.4f * Noise.At(x * 2, y * 0.5f, seed + 9)));
        colour *= 1 + (0.10f * track) - (0.17f * oil);
        // Repaired patches with tarred seams.
        var patch = Noise.At(MathF.Floor((across + 1.9f) / 1.9f), MathF.Floor(along / 5), seed + 10);
        colour *= patch > 0.6f ? 0.84f : 1;
        var crack = MathF.Abs(Noise.At(across * 0.9f, (along * 0.45f) + Noise.At(x, y, seed + 12), seed + 11));
        colour *= 1 - (0.45f * Math.Clamp(1 - (crack / MathF.Max(0.012f, pixel)), 0, 1));
        // Sand blows over the edges.
        var drift = Math.Clamp(((MathF.Abs(across - 1.9f) - 2.6f) / 1.4f) + (0.5f * Noise.Layers(x, y, 2.5f, pixel, 3, seed + 13)), 0, 0.85f);
        colour = Vector3.Lerp(colour, Sand * 0.9f, drift * 0.8f);
        return Vector3.Lerp(colour, MarkColour(across), MarkAt(across, along, x, y, pixel));
    }

    private float MarkAt(float across, float along, float x, float y, float pixel)
    {
        var solid = Band(across + LaneHalf, 0.07f, pixel) + Band(across - RoadRight + 0.1f, 0.07f, pixel);
        var dashes = Band(across - LaneHalf, 0.07f, pixel) * (along % 5 < 3 || along < 9 ? 1 : 0);
        // The stop line before the gate.
        var stop = Band(along - 8.6f, 0.22f, pixel * 3) * (MathF.Abs(across) < LaneHalf - 0.15f ? 1 : 0);
        var worn = Math.Clamp(0.72f + (0.5f * Noise.Layers(x, y, 0.6f, pixel, 4, seed + 14)), 0.12f, 0.95f);
        return Math.Clamp(solid + dashes + stop, 0, 1) * worn;
    }

    private static Vector3 MarkColour(float across) => MathF.Abs(across + LaneHalf) < 0.3f ? Yellow : White;

    private static float Edge(float value, float from, float pixel) => Math.Clamp(((value - from) / MathF.Max(pixel, 0.02f)) + 0.5f, 0, 1);

    private static float Band(float offset, float half, float pixel) => Math.Clamp((half - MathF.Abs(offset)) / MathF.Max(pixel, 0.01f) + 0.5f, 0, 1);
}
