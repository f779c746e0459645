using Bawaba.Center.Gates;

namespace Bawaba.Console.Wall;

/// <summary>The snapshot wall: every camera that sends pictures, small.</summary>
public sealed record WallView
{
    /// <summary>Gates with their cameras, in the registry's order; gates without a picture are left out.</summary>
    public required IReadOnlyList<(Gate Gate, IReadOnlyList<Camera> Cameras)> Gates { get; init; }
}
