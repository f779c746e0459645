using Bawaba.Vision;
using Bawaba.Vision.Plates;
using CsCheck;

namespace Bawaba.Tests.Vision;

public sealed class GeometryTests
{
    // A convex quad like a plate seen from anywhere in front of it.
    private static readonly Gen<Quad> Plates =
        from x in Gen.Float[0, 300]
        from y in Gen.Float[0, 200]
        from width in Gen.Float[40, 200]
        from jitter in Gen.Float[-0.15f, 0.15f].Array[8]
        let height = width / 3
        select new Quad(
            new(x + (jitter[0] * width), y + (jitter[1] * height)), new(x + width + (jitter[2] * width), y + (jitter[3] * height)),
            new(x + width + (jitter[4] * width), y + height + (jitter[5] * height)), new(x + (jitter[6] * width), y + height + (jitter[7] * height)));

    [Fact]
    public void The_mapping_takes_the_rectangles_corners_to_the_quads() =>
        Plates.Sample(quad =>
        {
            var map = Homography.FromRectangle(128, 64, quad);
            AssertNear(quad.TopLeft, map.Apply(0, 0));
            AssertNear(quad.TopRight, map.Apply(128, 0));
            AssertNear(quad.BottomRight, map.Apply(128, 64));
            AssertNear(quad.BottomLeft, map.Apply(0, 64));
        });

    [Fact]
    public void A_quad_is_the_squarer_the_less_it_leans()
    {
        Quad Leaning(float by) => new(new(by, 0), new(120 + by, 0), new(120, 30), new(0, 30));
        Assert.Equal(1, Leaning(0).Squareness, 3);
        Assert.True(Leaning(10).Squareness < 1 && Leaning(30).Squareness < Leaning(10).Squareness);
        Assert.Equal(MathF.Sqrt(0.5f), Leaning(30).Squareness, 3);
    }

    [Fact]
    public void Straight_lines_stay_straight() =>
        Plates.Sample(quad =>
        {
            var map = Homography.FromRectangle(128, 64, quad);
            var (a, b, c) = (map.Apply(10, 20), map.Apply(60, 35), map.Apply(110, 50));
            var area = ((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y));
            Assert.InRange(area, -1.5f, 1.5f);
        });

    [Fact]
    public void Growing_keeps_the_centre_of_an_upright_plate_and_adds_its_share_on_each_side()
    {
        var grown = new Quad(new(100, 50), new(200, 50), new(200, 80), new(100, 80)).Expand(0.1f, 0.2f);
        AssertNear(new(90, 44), new(grown.Box.X0, grown.Box.Y0));
        AssertNear(new(210, 86), new(grown.Box.X1, grown.Box.Y1));
        AssertNear(new(120, 42), new(grown.Width, grown.Height));
    }

    [Fact]
    public void A_box_overlaps_itself_wholly_and_a_distant_one_not_at_all()
    {
        var box = new PixelBox(0, 0, 10, 10);
        Assert.Equal(1, box.Overlap(box), 3);
        Assert.Equal(0, box.Overlap(new(20, 20, 30, 30)));
        Assert.Equal(1 / 3f, box.Overlap(new(5, 0, 15, 10)), 3);
    }

    [Fact]
    public void A_turned_plate_is_upright_after_rectifying()
    {
        // Left half dark, right half bright, drawn under 30 degrees.
        using var frame = Frame.Rent(200, 200, DateTimeOffset.UnixEpoch);
        var (cos, sin) = (MathF.Cos(MathF.PI / 6), MathF.Sin(MathF.PI / 6));
        for (var y = 0; y < 200; y++)
        {
            for (var x = 0; x < 200; x++)
            {
                var along = ((x - 100) * cos) + ((y - 100) * sin);
                frame.Rgb.Slice(((y * 200) + x) * 3, 3).Fill((byte)(along < 0 ? 20 : 220));
            }
        }
        PixelPoint At(float along, float across) => new(100 + (along * cos) - (across * sin), 100 + (along * sin) + (across * cos));
        var gray = new float[32 * 64];
        Rectification.ToGray(frame, new(At(-48, -16), At(48, -16), At(48, 16), At(-48, 16)), gray, 64, 32);
        for (var y = 0; y < 32; y++)
        {
            Assert.InRange(gray[(y * 64) + 20], 0.05f, 0.12f);
            Assert.InRange(gray[(y * 64) + 44], 0.82f, 0.9f);
        }
    }

    [Fact]
    public void A_plate_half_outside_the_picture_is_read_without_a_fault()
    {
        using var frame = Frame.Rent(50, 50, DateTimeOffset.UnixEpoch);
        frame.Rgb.Fill(255);
        var gray = new float[16 * 32];
        Rectification.ToGray(frame, new(new(-30, -20), new(70, -10), new(65, 30), new(-25, 25)), gray, 32, 16);
        Assert.All(gray, g => Assert.Equal(1, g, 3));
    }

    private static void AssertNear(PixelPoint expected, PixelPoint actual)
    {
        Assert.Equal(expected.X, actual.X, 0.05f);
        Assert.Equal(expected.Y, actual.Y, 0.05f);
    }
}
