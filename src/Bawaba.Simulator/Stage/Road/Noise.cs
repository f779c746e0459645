// Smooth noise without state: the same place gives the same value. Used for ground, dunes and dust.
namespace Bawaba.Simulator.Stage.Road;

internal static class Noise
{
    /// <summary>-1 to 1; smooth over one unit.</summary>
    internal static float At(float x, float y, int seed)
    {
        var (fx, fy) = (MathF.Floor(x), MathF.Floor(y));
        var (ix, iy) = ((int)fx, (int)fy);
        var (u, v) = (Ease(x - fx), Ease(y - fy));
        var top = Mix(Lattice(ix, iy, seed), Lattice(ix + 1, iy, seed), u);
        var bottom = Mix(Lattice(ix, iy + 1, seed), Lattice(ix + 1, iy + 1, seed), u);
        return Mix(top, bottom, v);
    }

    /// <summary>Sum of noises from <paramref name="coarsest"/> down to what a pixel can still show, each half as strong as the one before.</summary>
    internal static float Layers(float x, float y, float coarsest, float pixel, int octaves, int seed)
    {
        var (sum, strength, size) = (0f, 1f, coarsest);
        for (var i = 0; i < octaves; i++)
        {
            // Fades where a grain would be smaller than two pixels: no shimmering far away.
            var visible = Math.Clamp((size / pixel) - 1, 0, 1);
            if (visible <= 0)
                break;
            sum += At(x / size, y / size, seed + i) * strength * visible;
            strength *= 0.6f;
            size *= 0.4f;
        }
        return sum;
    }

    private static float Lattice(int x, int y, int seed)
    {
        unchecked
        {
            var h = (uint)((x * 374761393) + (y * 668265263) + (seed * 1274126177));
            h = (h ^ (h >> 13)) * 1274126177;
            h ^= h >> 16;
            return (h & 0xFFFF) / 32767.5f - 1;
        }
    }

    private static float Ease(float t) => t * t * (3 - (2 * t));

    private static float Mix(float a, float b, float t) => a + ((b - a) * t);
}
