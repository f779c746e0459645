// Builds a vehicle's parts: bodies lofted over cross-sections, panes and lamps as patches, boxes, wheels, rounded lumps.
// Called by the vehicle shapes once a vehicle. Local metres: x to the right of someone facing its front, y from front to back, z up.
using System.Numerics;

namespace Bawaba.Simulator.Stage.Vehicles;

internal sealed class MeshBuilder
{
    private const int RingPoints = 40;
    private readonly List<MeshPart> _parts = [];
    private readonly List<Vector3> _points = [];
    private readonly List<Vector3> _normals = [];
    private readonly List<Surface> _surfaces = [];
    private readonly List<ushort> _triangles = [];

    internal IReadOnlyList<MeshPart> Parts => _parts;

    /// <summary>Ends the part that was being built.</summary>
    internal MeshBuilder End(int layer)
    {
        if (_points.Count == 0)
            return this;
        var sum = Vector3.Zero;
        foreach (var point in _points)
            sum += point;
        _parts.Add(new()
        {
            Layer = layer,
            Points = [.. _points],
            Normals = [.. _normals],
            Surfaces = [.. _surfaces],
            Triangles = [.. _triangles],
            Centre = sum / _points.Count,
        });
        _points.Clear();
        _normals.Clear();
        _surfaces.Clear();
        _triangles.Clear();
        return this;
    }

    /// <summary>A closed body over its stations; squareness 2 is round, 8 nearly a box.</summary>
    internal MeshBuilder Loft(Surface surface, float squareness, params ReadOnlySpan<Station> given)
    {
        var stations = Station.Close(given);
        var first = _points.Count;
        foreach (var station in stations)
        {
            for (var i = 0; i < RingPoints; i++)
                Add(OnRing(station, i, squareness), Vector3.Zero, surface);
        }
        for (var s = 0; s + 1 < stations.Count; s++)
        {
            for (var i = 0; i < RingPoints; i++)
            {
                var (a, b) = (first + (s * RingPoints) + i, first + (s * RingPoints) + ((i + 1) % RingPoints));
                Smooth(a, b, b + RingPoints);
                Smooth(a, b + RingPoints, a + RingPoints);
            }
        }
        for (var i = first; i < _points.Count; i++)
            _normals[i] = Vector3.Normalize(_normals[i]);
        Cap(stations[0], squareness, surface, -Vector3.UnitY);
        Cap(stations[^1], squareness, surface, Vector3.UnitY);
        return this;
    }

    /// <summary>A pane with four corners (around it, either way), facing where <paramref name="normal"/> says.</summary>
    internal MeshBuilder Patch(Surface surface, Vector3 normal, Vector3 a, Vector3 b, Vector3 c, Vector3 d, int steps = 1)
    {
        var first = _points.Count;
        normal = Vector3.Normalize(normal);
        for (var v = 0; v <= steps; v++)
        {
            for (var u = 0; u <= steps; u++)
                Add(Vector3.Lerp(Vector3.Lerp(a, b, u / (float)steps), Vector3.Lerp(d, c, u / (float)steps), v / (float)steps), normal, surface);
        }
        for (var v = 0; v < steps; v++)
        {
            for (var u = 0; u < steps; u++)
            {
                var at = first + (v * (steps + 1)) + u;
                Triangle(at, at + 1, at + steps + 2);
                Triangle(at, at + steps + 2, at + steps + 1);
            }
        }
        return this;
    }

    /// <summary>An upright pane on a front (facing -y) or back (+y), by its edges.</summary>
    internal MeshBuilder Face(Surface surface, float y, float x0, float x1, float z0, float z1, float facing = -1) =>
        Patch(surface, new(0, facing, 0), new(x0, y, z1), new(x1, y, z1), new(x1, y, z0), new(x0, y, z0));

    /// <summary>The same on both sides of the middle.</summary>
    internal MeshBuilder Faces(Surface surface, float y, float x0, float x1, float z0, float z1, float facing = -1) =>
        Face(surface, y, x0, x1, z0, z1, facing).Face(surface, y, -x1, -x0, z0, z1, facing);

    internal MeshBuilder Box(Surface surface, Vector3 low, Vector3 high)
    {
        var (a, b) = (low, high);
        Face(surface, a.Y, a.X, b.X, a.Z, b.Z);
        Face(surface, b.Y, a.X, b.X, a.Z, b.Z, 1);
        Patch(surface, Vector3.UnitZ, new(a.X, a.Y, b.Z), new(b.X, a.Y, b.Z), new(b.X, b.Y, b.Z), new(a.X, b.Y, b.Z), 4);
        Patch(surface, -Vector3.UnitX, new(a.X, a.Y, a.Z), new(a.X, b.Y, a.Z), new(a.X, b.Y, b.Z), new(a.X, a.Y, b.Z), 4);
        return Patch(surface, Vector3.UnitX, new(b.X, a.Y, a.Z), new(b.X, b.Y, a.Z), new(b.X, b.Y, b.Z), new(b.X, a.Y, b.Z), 4);
    }

    /// <summary>The running surface of a wheel.</summary>
    internal MeshBuilder Tread(Vector3 centre, float radius, float width)
    {
        const int Steps = 20;
        var first = _points.Count;
        for (var i = 0; i <= Steps; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / Steps);
            var normal = new Vector3(0, cos, sin);
            Add(centre + (normal * radius) - new Vector3(width / 2, 0, 0), normal, Surface.Rubber);
            Add(centre + (normal * radius) + new Vector3(width / 2, 0, 0), normal, Surface.Rubber);
        }
        for (var i = 0; i < Steps * 2; i += 2)
        {
            Triangle(first + i, first + i + 1, first + i + 3);
            Triangle(first + i, first + i + 3, first + i + 2);
        }
        return this;
    }

    /// <summary>The outer side of a wheel, tyre and rim.</summary>
    internal MeshBuilder Disc(Vector3 centre, float radius, Surface surface, float side)
    {
        const int Steps = 20;
        var first = _points.Count;
        Add(centre, new(side, 0, 0), surface);
        for (var i = 0; i <= Steps; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / Steps);
            Add(centre + (new Vector3(0, cos, sin) * radius), new(side, 0, 0), surface);
            if (i > 0)
                Triangle(first, first + i, first + i + 1);
        }
        return this;
    }

    /// <summary>A rounded lump.</summary>
    internal MeshBuilder Lump(Surface surface, Vector3 centre, Vector3 radii)
    {
        Span<Station> stations = stackalloc Station[9];
        for (var i = 0; i < stations.Length; i++)
        {
            var (sin, cos) = MathF.SinCos((0.04f + (0.92f * i / (stations.Length - 1))) * MathF.PI);
            stations[i] = new(centre.Y - (radii.Y * cos), radii.X * sin, centre.Z - (radii.Z * sin), centre.Z + (radii.Z * sin));
        }
        var before = _points.Count;
        Loft(surface, 2.2f, stations);
        for (var i = before; i < _points.Count; i++)
            _points[i] += new Vector3(centre.X, 0, 0);
        return this;
    }

    private static Vector3 OnRing(Station station, int index, float squareness)
    {
        var (sin, cos) = MathF.SinCos(index * MathF.Tau / RingPoints);
        var power = 2 / squareness;
        var side = MathF.Sign(cos) * MathF.Pow(MathF.Abs(cos), power);
        var rise = MathF.Sign(sin) * MathF.Pow(MathF.Abs(sin), power);
        var half = (station.Top - station.Bottom) / 2;
        var width = station.HalfWidth * (1 - (station.Narrowing * (rise + 1) / 2));
        return new(side * width, station.Y, station.Bottom + half + (rise * half));
    }

    private void Cap(Station station, float squareness, Surface surface, Vector3 normal)
    {
        var first = _points.Count;
        Add(new(0, station.Y, (station.Top + station.Bottom) / 2), normal, surface);
        for (var i = 0; i <= RingPoints; i++)
        {
            Add(OnRing(station, i % RingPoints, squareness), normal, surface);
            if (i > 0)
                Triangle(first, first + i, first + i + 1);
        }
    }

    private void Smooth(int a, int b, int c)
    {
        var normal = Vector3.Cross(_points[c] - _points[a], _points[b] - _points[a]);
        _normals[a] += normal;
        _normals[b] += normal;
        _normals[c] += normal;
        Triangle(a, b, c);
    }

    private void Add(Vector3 point, Vector3 normal, Surface surface)
    {
        _points.Add(point);
        _normals.Add(normal);
        _surfaces.Add(surface);
    }

    private void Triangle(int a, int b, int c)
    {
        _triangles.Add((ushort)a);
        _triangles.Add((ushort)b);
        _triangles.Add((ushort)c);
    }
}
