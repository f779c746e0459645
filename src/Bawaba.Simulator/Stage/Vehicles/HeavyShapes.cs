// Bus, truck and motorcycle.

namespace Bawaba.Simulator.Stage.Vehicles;

internal static class HeavyShapes
{
    internal static VehicleDesign Bus(VehicleColour colour)
    {
        var paint = Surface.Paint(colour);
        var mesh = new MeshBuilder();
        Wheels(mesh, 0.48f, 1.08f, [2.4f, 7.4f]);
        mesh.Loft(paint, 11,
            new(0, 1.16f, 0.36f, 3.06f), new(0.06f, 1.22f, 0.30f, 3.14f), new(0.3f, 1.25f, 0.28f, 3.2f), new(5, 1.25f, 0.28f, 3.2f),
            new(9.8f, 1.25f, 0.30f, 3.2f), new(10, 1.18f, 0.36f, 3.1f)).End(1);
        var stripe = Surface.Paint(colour == VehicleColour.White ? VehicleColour.Blue : VehicleColour.White);
        mesh.Patch(Surface.Glass, new(0, -1, 0.06f), new(-1.08f, -0.02f, 2.62f), new(1.08f, -0.02f, 2.62f), new(1.1f, -0.05f, 1.28f), new(-1.1f, -0.05f, 1.28f), 10);
        mesh.Face(new(new(0.03f, 0.03f, 0.03f)), -0.05f, -0.01f, 0.01f, 1.28f, 2.62f);
        mesh.Face(new(new(0.04f, 0.05f, 0.03f), 0.1f), -0.03f, -0.75f, 0.75f, 2.70f, 2.94f);
        mesh.Face(new(new(0.7f, 0.5f, 0.1f), 0, 0.4f), -0.035f, -0.55f, 0.45f, 2.78f, 2.87f);
        mesh.Face(stripe, -0.04f, -1.12f, 1.12f, 1.06f, 1.16f);
        mesh.Face(Surface.Plastic, -0.05f, -0.6f, 0.6f, 0.84f, 0.98f);
        mesh.Faces(Surface.Lens, -0.05f, 0.72f, 1.06f, 0.78f, 0.96f).Faces(Surface.Amber, -0.055f, 0.98f, 1.08f, 0.78f, 0.96f);
        mesh.Face(Surface.Plastic, -0.055f, -1.12f, 1.12f, 0.36f, 0.68f).Faces(Surface.Lens, -0.06f, 0.75f, 0.88f, 0.46f, 0.56f);
        mesh.Faces(Surface.RedLens, 10.03f, 0.9f, 1.1f, 0.9f, 1.3f, 1).Face(Surface.Glass, 10.03f, -0.9f, 0.9f, 1.8f, 2.7f, 1);
        mesh.End(4);
        Windows(mesh, stripe);
        mesh.Lump(Surface.Plastic, new(1.42f, 0.05f, 2.1f), new(0.10f, 0.10f, 0.26f)).Lump(Surface.Plastic, new(-1.42f, 0.05f, 2.1f), new(0.10f, 0.10f, 0.26f)).End(4);
        return new()
        {
            Parts = mesh.Parts, Length = 10, Width = 2.5f, Height = 3.2f, FrontPlate = new(0, -0.08f, 0.52f), RearPlate = new(0, 10.06f, 0.70f),
            Headlights = [new(-0.88f, -0.07f, 0.87f), new(0.88f, -0.07f, 0.87f)],
        };
    }

    internal static VehicleDesign Truck(VehicleColour colour, int seed)
    {
        var paint = Surface.Paint(colour);
        var mesh = new MeshBuilder();
        var random = new Random(seed);
        Wheels(mesh, 0.50f, 1.05f, [1.3f, 6.4f, 7.7f]);
        mesh.Loft(paint, 9,
            new(0, 1.10f, 0.72f, 2.60f), new(0.06f, 1.17f, 0.66f, 2.72f), new(0.25f, 1.20f, 0.62f, 2.8f), new(1.9f, 1.20f, 0.62f, 2.86f), new(2.0f, 1.18f, 0.66f, 2.8f)).End(2);
        mesh.Box(Surface.Plastic, new(-0.5f, 1.8f, 0.55f), new(0.5f, 8.9f, 0.95f)).End(1);
        var cover = random.Next(3) switch
        {
            0 => new Surface(new(0.22f, 0.30f, 0.24f)),
            1 => new Surface(new(0.50f, 0.44f, 0.34f)),
            _ => new Surface(new(0.70f, 0.70f, 0.68f), 0.2f),
        };
        var height = 2.9f + (0.7f * (float)random.NextDouble());
        mesh.Loft(cover, 9, new(2.25f, 1.22f, 0.95f, height), new(2.3f, 1.25f, 0.92f, height + 0.05f), new(8.95f, 1.25f, 0.92f, height + 0.05f), new(9, 1.22f, 0.95f, height)).End(2);
        mesh.Patch(Surface.Glass, new(0, -1, 0.08f), new(-1.0f, -0.02f, 2.42f), new(1.0f, -0.02f, 2.42f), new(1.04f, -0.05f, 1.66f), new(-1.04f, -0.05f, 1.66f), 10);
        mesh.Face(Surface.Plastic, -0.04f, -0.85f, 0.85f, 1.06f, 1.50f);
        for (var bar = 0; bar < 4; bar++)
            mesh.Face(Surface.Metal, -0.05f, -0.8f, 0.8f, 1.12f + (bar * 0.09f), 1.15f + (bar * 0.09f));
        mesh.Face(Surface.Metal, -0.08f, -1.16f, 1.16f, 0.52f, 0.90f).Face(Surface.Plastic, -0.085f, -0.34f, 0.34f, 0.56f, 0.72f);
        mesh.Faces(Surface.Lens, -0.09f, 0.72f, 1.02f, 0.64f, 0.82f).Faces(Surface.Amber, -0.095f, 1.03f, 1.12f, 0.64f, 0.82f);
        mesh.Faces(Surface.RedLens, 9.03f, 0.9f, 1.15f, 0.75f, 0.9f, 1).Face(Surface.Metal, 9.03f, -1.2f, 1.2f, 0.55f, 0.7f, 1);
        foreach (var side in new[] { -1f, 1f })
            mesh.Patch(Surface.Glass, new(side, 0, 0), new(side * 1.215f, 0.25f, 2.4f), new(side * 1.215f, 1.3f, 2.4f), new(side * 1.215f, 1.3f, 1.68f), new(side * 1.215f, 0.2f, 1.68f), 3);
        mesh.End(4);
        mesh.Lump(Surface.Plastic, new(1.38f, 0.1f, 2.05f), new(0.10f, 0.08f, 0.24f)).Lump(Surface.Plastic, new(-1.38f, 0.1f, 2.05f), new(0.10f, 0.08f, 0.24f)).End(4);
        return new()
        {
            Parts = mesh.Parts, Length = 9, Width = 2.5f, Height = height, FrontPlate = new(0, -0.11f, 0.66f), RearPlate = new(0, 9.06f, 0.85f),
            Headlights = [new(-0.87f, -0.1f, 0.73f), new(0.87f, -0.1f, 0.73f)],
        };
    }

    internal static VehicleDesign Motorcycle(VehicleColour colour)
    {
        var paint = Surface.Paint(colour);
        var cloth = new Surface(new(0.16f, 0.17f, 0.20f));
        var mesh = new MeshBuilder();
        mesh.Tread(new(0, 0.32f, 0.31f), 0.31f, 0.12f).Tread(new(0, 1.65f, 0.31f), 0.31f, 0.14f).End(0);
        mesh.Disc(new(0.06f, 0.32f, 0.31f), 0.31f, Surface.Rubber, 1).Disc(new(-0.06f, 0.32f, 0.31f), 0.31f, Surface.Rubber, -1);
        mesh.Disc(new(0.07f, 1.65f, 0.31f), 0.31f, Surface.Rubber, 1).Disc(new(-0.07f, 1.65f, 0.31f), 0.31f, Surface.Rubber, -1).End(1);
        mesh.Lump(Surface.Metal, new(0, 0.95f, 0.45f), new(0.22f, 0.4f, 0.2f)).End(1);
        mesh.Lump(cloth, new(0.2f, 0.95f, 0.62f), new(0.11f, 0.36f, 0.24f)).Lump(cloth, new(-0.2f, 0.95f, 0.62f), new(0.11f, 0.36f, 0.24f)).End(2);
        mesh.Lump(cloth, new(0, 1.15f, 1.15f), new(0.26f, 0.20f, 0.36f)).End(2);
        mesh.Lump(new(new(0.45f, 0.30f, 0.20f)), new(0, 1.02f, 1.58f), new(0.10f, 0.12f, 0.13f)).Lump(paint, new(0, 1.06f, 1.63f), new(0.14f, 0.16f, 0.12f)).End(3);
        mesh.Lump(cloth, new(0.30f, 0.85f, 1.12f), new(0.07f, 0.30f, 0.10f)).Lump(cloth, new(-0.30f, 0.85f, 1.12f), new(0.07f, 0.30f, 0.10f)).End(3);
        mesh.Lump(paint, new(0, 0.72f, 0.86f), new(0.16f, 0.30f, 0.14f)).Lump(paint, new(0, 0.30f, 0.66f), new(0.07f, 0.22f, 0.05f)).End(3);
        mesh.Box(Surface.Metal, new(-0.36f, 0.58f, 1.02f), new(0.36f, 0.62f, 1.05f)).Lump(Surface.Lens, new(0, 0.42f, 0.88f), new(0.10f, 0.08f, 0.10f)).End(4);
        mesh.Lump(Surface.RedLens, new(0, 2.0f, 0.78f), new(0.08f, 0.05f, 0.05f)).End(4);
        return new()
        {
            Parts = mesh.Parts, Length = 2.1f, Width = 0.75f, Height = 1.75f, FrontPlate = new(0, -0.05f, 0.5f), RearPlate = new(0, 2.1f, 0.6f),
            Headlights = [new(0, 0.32f, 0.88f)],
        };
    }

    private static void Windows(MeshBuilder mesh, Surface stripe)
    {
        foreach (var side in new[] { -1.262f, 1.262f })
        {
            for (var y = 0.7f; y < 9; y += 1.5f)
                mesh.Patch(Surface.Glass, new(side, 0, 0), new(side, y, 2.7f), new(side, y + 1.38f, 2.7f), new(side, y + 1.38f, 1.5f), new(side, y, 1.5f), 2);
            mesh.Patch(stripe, new(side, 0, 0), new(side, 0.3f, 1.2f), new(side, 9.7f, 1.2f), new(side, 9.7f, 1.05f), new(side, 0.3f, 1.05f), 8);
        }
        mesh.End(3);
    }

    private static void Wheels(MeshBuilder mesh, float radius, float x, float[] axles)
    {
        mesh.Box(new(new(0.015f, 0.015f, 0.015f)), new(-x + 0.1f, 0.3f, 0.2f), new(x - 0.1f, axles[^1] + 0.5f, 0.7f));
        foreach (var axle in axles)
            mesh.Tread(new(-x, axle, radius), radius, 0.28f).Tread(new(x, axle, radius), radius, 0.28f);
        mesh.End(0);
        foreach (var axle in axles)
        {
            foreach (var side in new[] { -1f, 1f })
                mesh.Disc(new(side * (x + 0.16f), axle, radius), radius, Surface.Rubber, side).Disc(new(side * (x + 0.17f), axle, radius), radius * 0.55f, Surface.Metal, side);
        }
        mesh.End(3);
    }
}
