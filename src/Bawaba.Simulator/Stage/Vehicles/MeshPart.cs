using System.Numerics;

namespace Bawaba.Simulator.Stage.Vehicles;

/// <summary>Triangles of one part, drawn together. Parts of a higher layer are drawn later, inside a layer the farther ones first.</summary>
internal sealed record MeshPart
{
    /// <summary>From this layer on a part is trim: lamps, panes, lettering, drawn in the order it was put on.</summary>
    internal const int Trim = 3;

    internal required int Layer { get; init; }

    internal required Vector3[] Points { get; init; }

    internal required Vector3[] Normals { get; init; }

    internal required Surface[] Surfaces { get; init; }

    internal required ushort[] Triangles { get; init; }

    internal required Vector3 Centre { get; init; }
}
