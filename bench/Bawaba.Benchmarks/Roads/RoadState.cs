namespace Bawaba.Benchmarks.Roads;

/// <summary>How the road between gate and center is.</summary>
internal enum RoadState
{
    Good,

    /// <summary>Nothing passes.</summary>
    Cut,

    /// <summary>So many bits a second each way, with a short queue before it.</summary>
    Slow,

    /// <summary>One packet in twenty is lost.</summary>
    Lossy,
}
