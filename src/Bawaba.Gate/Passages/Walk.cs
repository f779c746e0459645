// Tells going from trembling: how far something came, counted in hops of a size that measuring errors do not reach.
// Used for plates and bodies alike. A thing that jumps between two places walks far and gets nowhere.
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

internal struct Walk
{
    private PixelPoint _first;
    private PixelPoint _anchor;
    private float _length;
    private float _longestHop;
    private bool _begun;

    /// <summary>Hops so far.</summary>
    internal int Hops { get; private set; }

    /// <summary>From the first place to where it last stood, pixels.</summary>
    internal readonly float Net => Distance(_first, _anchor);

    /// <summary>When it last made a hop, or was first seen.</summary>
    internal DateTimeOffset LastHopAt { get; private set; }

    internal void Step(PixelPoint place, float hopPx, DateTimeOffset at)
    {
        if (!_begun)
        {
            (_first, _anchor, _begun, LastHopAt) = (place, place, true, at);
            return;
        }
        var far = Distance(_anchor, place);
        if (far < hopPx)
            return;
        _anchor = place;
        _length += far;
        _longestHop = Math.Max(_longestHop, far);
        Hops++;
        LastHopAt = at;
    }

    /// <summary>True when most of the way led somewhere, in more than one leap.</summary>
    internal readonly bool IsSteady(int minHops) =>
        Hops >= minHops && Net >= 0.5f * _length && (minHops <= 1 || _longestHop <= 0.85f * Net);

    private static float Distance(PixelPoint a, PixelPoint b) => MathF.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
