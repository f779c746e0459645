// Saloon, off-road car and pickup: a body, a cabin with panes, a face with lamps and grille, wheels.
using System.Numerics;

namespace Bawaba.Simulator.Stage.Vehicles;

internal static class CarShapes
{
    internal static VehicleDesign Saloon(VehicleColour colour)
    {
        var paint = Surface.Paint(colour);
        var mesh = new MeshBuilder();
        Wheels(mesh, 0.32f, 0.80f, [0.85f, 3.55f]);
        mesh.Loft(paint, 5,
            new(0, 0.70f, 0.30f, 0.66f), new(0.05f, 0.79f, 0.24f, 0.73f), new(0.16f, 0.85f, 0.21f, 0.79f), new(0.40f, 0.875f, 0.20f, 0.85f),
            new(0.80f, 0.885f, 0.20f, 0.90f), new(1.25f, 0.89f, 0.20f, 0.95f), new(2.2f, 0.89f, 0.20f, 0.97f), new(3.4f, 0.89f, 0.20f, 0.99f),
            new(4.1f, 0.88f, 0.22f, 0.99f), new(4.45f, 0.85f, 0.26f, 0.96f), new(4.58f, 0.76f, 0.32f, 0.90f)).End(1);
        Cabin(mesh, paint, new(1.15f, 1.95f, 3.05f, 3.85f, 0.93f, 1.45f, 0.80f));
        Face(mesh, 0.70f, 0.50f, 0.62f, grille: 0.34f, round: false);
        Back(mesh, 4.6f, 0.74f, 0.74f, 0.88f);
        Mirrors(mesh, paint, 1.45f, 0.92f, 1.00f);
        return new()
        {
            Parts = mesh.Parts, Length = 4.6f, Width = 1.78f, Height = 1.45f,
            FrontPlate = new(0, -0.05f, 0.43f), RearPlate = new(0, 4.64f, 0.70f),
            Headlights = [new(-0.58f, -0.04f, 0.61f), new(0.58f, -0.04f, 0.61f)],
        };
    }

    internal static VehicleDesign OffRoad(VehicleColour colour)
    {
        var paint = Surface.Paint(colour);
        var mesh = new MeshBuilder();
        Wheels(mesh, 0.40f, 0.86f, [0.95f, 3.75f]);
        OffRoadBody(mesh, paint, 4.9f);
        Cabin(mesh, paint, new(1.35f, 1.95f, 4.35f, 4.75f, 1.16f, 1.86f, 0.86f));
        Face(mesh, 0.80f, 0.74f, 0.94f, grille: 0.48f, round: true);
        Back(mesh, 4.93f, 0.82f, 0.85f, 1.08f);
        Mirrors(mesh, Surface.Plastic, 1.65f, 1.00f, 1.26f);
        return new()
        {
            Parts = mesh.Parts, Length = 4.9f, Width = 1.94f, Height = 1.86f,
            FrontPlate = new(0, -0.05f, 0.56f), RearPlate = new(0, 4.97f, 0.80f),
            Headlights = [new(-0.66f, -0.04f, 0.88f), new(0.66f, -0.04f, 0.88f)],
        };
    }

    internal static VehicleDesign Pickup(VehicleColour colour, int seed)
    {
        var paint = Surface.Paint(colour);
        var mesh = new MeshBuilder();
        Wheels(mesh, 0.39f, 0.84f, [0.95f, 4.15f]);
        OffRoadBody(mesh, paint, 5.3f);
        Cabin(mesh, paint, new(1.35f, 1.95f, 2.95f, 3.25f, 1.13f, 1.76f, 0.84f));
        var random = new Random(seed);
        if (random.Next(3) > 0)
            mesh.Lump(new(new(0.42f, 0.36f, 0.26f)), new(0, 4.25f, 1.15f), new(0.78f, 0.95f, 0.30f + (0.25f * (float)random.NextDouble()))).End(1);
        Face(mesh, 0.80f, 0.72f, 0.90f, grille: 0.46f, round: false);
        Back(mesh, 5.33f, 0.82f, 0.80f, 1.06f);
        Mirrors(mesh, Surface.Plastic, 1.65f, 0.98f, 1.24f);
        return new()
        {
            Parts = mesh.Parts, Length = 5.3f, Width = 1.90f, Height = 1.76f,
            FrontPlate = new(0, -0.05f, 0.55f), RearPlate = new(0, 5.37f, 0.62f),
            Headlights = [new(-0.66f, -0.04f, 0.84f), new(0.66f, -0.04f, 0.84f)],
        };
    }

    private static void OffRoadBody(MeshBuilder mesh, Surface paint, float length) =>
        mesh.Loft(paint, 7,
            new(0, 0.80f, 0.42f, 0.98f), new(0.05f, 0.88f, 0.36f, 1.04f), new(0.18f, 0.93f, 0.34f, 1.09f), new(0.8f, 0.95f, 0.34f, 1.13f),
            new(1.4f, 0.96f, 0.34f, 1.16f), new(3.2f, 0.96f, 0.34f, 1.17f), new(length - 0.25f, 0.95f, 0.36f, 1.17f), new(length - 0.05f, 0.92f, 0.42f, 1.14f),
            new(length, 0.88f, 0.46f, 1.10f)).End(1)
            .Box(Surface.Plastic, new(-0.90f, -0.03f, 0.40f), new(0.90f, 0.20f, 0.68f)).End(2);

    private static void Cabin(MeshBuilder mesh, Surface paint, CabinSize c)
    {
        const float Narrowing = 0.20f;
        var top = c.Half * (1 - Narrowing);
        mesh.Loft(paint, 6,
            new(c.FrontLow, c.Half - 0.03f, c.Low - 0.06f, c.Low + 0.02f), new(c.FrontHigh - 0.05f, c.Half, c.Low - 0.1f, c.High - 0.03f, Narrowing),
            new(c.FrontHigh + 0.15f, c.Half, c.Low - 0.1f, c.High, Narrowing), new(c.BackHigh - 0.1f, c.Half, c.Low - 0.1f, c.High, Narrowing),
            new(c.BackHigh, c.Half, c.Low - 0.1f, c.High - 0.03f, Narrowing), new(c.BackLow, c.Half - 0.03f, c.Low - 0.06f, c.Low + 0.02f)).End(2);
        var (front, back) = (new Vector3(0, -(c.High - c.Low), c.FrontHigh - c.FrontLow), new Vector3(0, c.High - c.Low, c.BackLow - c.BackHigh));
        var rim = 0.05f;
        mesh.Patch(Surface.Glass, front,
            new(-top + 0.09f, c.FrontHigh - 0.06f, c.High - rim), new(top - 0.09f, c.FrontHigh - 0.06f, c.High - rim),
            new(c.Half - 0.09f, c.FrontLow - 0.02f, c.Low + 0.06f), new(-c.Half + 0.09f, c.FrontLow - 0.02f, c.Low + 0.06f), 10);
        mesh.Patch(Surface.Glass, back,
            new(-top + 0.1f, c.BackHigh + 0.05f, c.High - rim), new(top - 0.1f, c.BackHigh + 0.05f, c.High - rim),
            new(c.Half - 0.12f, c.BackLow + 0.02f, c.Low + 0.07f), new(-c.Half + 0.12f, c.BackLow + 0.02f, c.Low + 0.07f), 8);
        foreach (var side in new[] { -1f, 1f })
            mesh.Patch(Surface.Glass, new(side, 0, 0.25f),
                new(side * (top + 0.035f), c.FrontHigh + 0.12f, c.High - 0.08f), new(side * (top + 0.035f), c.BackHigh - 0.1f, c.High - 0.08f),
                new(side * (c.Half + 0.01f), c.BackLow - 0.25f, c.Low + 0.06f), new(side * (c.Half + 0.01f), c.FrontLow + 0.35f, c.Low + 0.06f), 4);
        mesh.End(3);
    }

    private static void Face(MeshBuilder mesh, float half, float lampLow, float lampHigh, float grille, bool round)
    {
        var middle = (lampLow + lampHigh) / 2;
        mesh.Face(Surface.Plastic, -0.015f, -grille, grille, lampLow - 0.01f, lampHigh + 0.02f);
        for (var bar = 0; bar < 4; bar++)
        {
            var z = lampLow + ((lampHigh - lampLow) * (bar + 0.5f) / 4);
            mesh.Face(Surface.Chrome, -0.022f, -grille + 0.02f, grille - 0.02f, z - 0.008f, z + 0.008f);
        }
        mesh.Face(Surface.Chrome, -0.03f, -0.05f, 0.05f, middle - 0.04f, middle + 0.04f);
        mesh.Faces(Surface.Plastic, -0.018f, grille + 0.02f, half - 0.01f, lampLow - 0.015f, lampHigh + 0.015f);
        mesh.Faces(Surface.Lens, -0.025f, grille + 0.04f, half - (round ? 0.10f : 0.02f), lampLow, lampHigh);
        mesh.Faces(Surface.Chrome, -0.03f, grille + 0.09f, grille + 0.19f, middle - 0.04f, middle + 0.04f);
        mesh.Faces(Surface.Amber, -0.03f, half - 0.10f, half - 0.03f, lampLow + 0.02f, lampHigh - 0.03f);
        var bumper = lampLow - (round ? 0.34f : 0.20f);
        mesh.Face(Surface.Plastic, -0.035f, -0.48f, 0.48f, bumper - 0.04f, bumper + 0.05f);
        mesh.Faces(Surface.Plastic, -0.035f, 0.52f, half - 0.04f, bumper - 0.02f, bumper + 0.07f);
        mesh.Faces(Surface.Lens, -0.04f, 0.55f, 0.64f, bumper, bumper + 0.05f);
        mesh.Face(new(new(0.02f, 0.02f, 0.02f)), -0.036f, -half + 0.02f, half - 0.02f, lampLow - 0.035f, lampLow - 0.027f).End(4);
    }

    private static void Back(MeshBuilder mesh, float y, float half, float low, float high)
    {
        mesh.Faces(Surface.RedLens, y + 0.02f, half - 0.26f, half, low, high, 1);
        mesh.Faces(Surface.Amber, y + 0.03f, half - 0.26f, half - 0.19f, low + 0.02f, high - 0.02f, 1);
        mesh.Face(Surface.Plastic, y + 0.02f, -half + 0.05f, half - 0.05f, 0.36f, 0.46f, 1).End(4);
    }

    private static void Mirrors(MeshBuilder mesh, Surface surface, float y, float x, float z) =>
        mesh.Lump(surface, new(x, y, z), new(0.115f, 0.08f, 0.075f)).End(4).Lump(surface, new(-x, y, z), new(0.115f, 0.08f, 0.075f)).End(4);

    private static void Wheels(MeshBuilder mesh, float radius, float x, float[] axles)
    {
        mesh.Box(new(new(0.015f, 0.015f, 0.015f)), new(-x + 0.1f, 0.25f, 0.14f), new(x - 0.1f, axles[^1] + 0.4f, 0.5f));
        foreach (var axle in axles)
        {
            foreach (var side in new[] { -x + 0.02f, x - 0.02f })
                mesh.Tread(new(side, axle, radius), radius, 0.20f);
        }
        mesh.End(0);
        foreach (var axle in axles)
        {
            foreach (var side in new[] { -1f, 1f })
            {
                mesh.Disc(new(side * (x + 0.09f), axle, radius), radius, Surface.Rubber, side);
                mesh.Disc(new(side * (x + 0.10f), axle, radius), radius * 0.62f, Surface.Metal, side);
            }
        }
        mesh.End(3);
    }

    private readonly record struct CabinSize(float FrontLow, float FrontHigh, float BackHigh, float BackLow, float Low, float High, float Half);
}
