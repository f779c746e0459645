using System.Numerics;

namespace Bawaba.Simulator.Stage.Vehicles;

/// <summary>Triangles of one part, drawn together. Parts of a higher layer are drawn later, inside a layer the farther ones first.</summary>
internal sealed record MeshPart
{
    internal required int Layer { get; init; }

    internal required Vector3[] Points { get; init; }

    internal required Vector3[] Normals { get; init; }

    internal required Surface[] Surfaces { get; init; }

    internal required ushort[] Triangles { get; init; }

    internal required Vector3 Centre { get; init; }
}
