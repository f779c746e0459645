using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

/// <summary>Where vehicles have just passed out of sight: what shows up there in the next moments is the rest of them.</summary>
internal sealed class RecentBodies
{
    private const int MaxBodies = 16;
    private const float MinShare = 0.7f;
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(3);
    private readonly Queue<(PixelBox Box, DateTimeOffset At)> _bodies = new();

    internal void Add(PixelBox box, DateTimeOffset at)
    {
        _bodies.Enqueue((box, at));
        if (_bodies.Count > MaxBodies)
            _bodies.Dequeue();
    }

    internal bool Holds(PixelBox box, DateTimeOffset at) =>
        _bodies.Any(b => at - b.At < Memory && b.Box.IntersectionArea(box) >= MinShare * box.Area);
}
