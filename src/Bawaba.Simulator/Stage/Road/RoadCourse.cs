// The lane's course: straight before the camera, farther out a bend to the left, so that vehicles come into the picture from
// its side as they do on a gate's approach, and none is in view when the film begins again.
using System.Numerics;

namespace Bawaba.Simulator.Stage.Road;

internal static class RoadCourse
{
    internal const float StraightMetres = 42;
    internal const float BendRadiusMetres = 55;

    /// <summary>Distance along the lane at which a vehicle of any size is out of the picture.</summary>
    internal const float EntryMetres = 108;

    /// <summary>Distance along the lane of the camera's line, where plates are counted.</summary>
    internal const float LineMetres = 11.6f;

    /// <summary>Where the rear of a vehicle is when the whole of it has left the picture.</summary>
    internal const float ExitMetres = 4;

    /// <summary>The point of the lane's middle <paramref name="along"/> metres from the camera's foot.</summary>
    internal static Vector3 At(float along)
    {
        if (along <= StraightMetres)
            return new(0, along, 0);
        var angle = (along - StraightMetres) / BendRadiusMetres;
        return new(-BendRadiusMetres * (1 - MathF.Cos(angle)), StraightMetres + (BendRadiusMetres * MathF.Sin(angle)), 0);
    }

    /// <summary>Unit direction away from the camera at that place.</summary>
    internal static Vector3 Heading(float along)
    {
        var angle = MathF.Max(0, along - StraightMetres) / BendRadiusMetres;
        return new(-MathF.Sin(angle), MathF.Cos(angle), 0);
    }

    /// <summary>Signed metres from the lane's middle (right is positive) of a place on the ground, and metres along.</summary>
    internal static (float Across, float Along) Locate(float x, float y)
    {
        if (y <= StraightMetres)
            return (x, y);
        var (dx, dy) = (x + BendRadiusMetres, y - StraightMetres);
        return (MathF.Sqrt((dx * dx) + (dy * dy)) - BendRadiusMetres, StraightMetres + (MathF.Atan2(dy, dx) * BendRadiusMetres));
    }
}
