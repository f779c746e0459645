// Where a road's minutes stand on the schematic, in percent of it.
using Bawaba.Console.Room;
using Bawaba.Contracts.City;

namespace Bawaba.Tests.Console;

public sealed class SchematicRoomTests
{
    private static readonly LocalName Name = new() { Ar = "مستشفى رملان", En = "Ramlan hospital" };

    [Fact]
    public void On_an_empty_road_they_stand_in_its_middle() => Assert.Equal((50, 50), new SchematicRoom([]).Take((10, 50), (90, 50)));

    [Fact]
    public void They_make_way_for_a_name_that_stands_over_the_middle()
    {
        // The name is written below its point.
        var (x, y) = new SchematicRoom([(50, 45, Name, false)]).Take((10, 50), (90, 50));
        Assert.Equal(50, y);
        Assert.True(Math.Abs(x - 50) * SchematicRoom.Width / 100 > Name.En.Length * 5, $"at {x} %");
    }

    [Fact]
    public void Minutes_of_two_roads_that_cross_do_not_lie_on_each_other()
    {
        var room = new SchematicRoom([]);
        var (first, second) = (room.Take((10, 50), (90, 50)), room.Take((50, 10), (50, 90)));
        Assert.Equal((50, 50), first);
        Assert.Equal(50, second.X);
        Assert.True(Math.Abs(second.Y - 50) * SchematicRoom.Height / 100 > 20, $"at {second.Y} %");
    }

    [Fact]
    public void Where_there_is_no_room_at_all_they_stand_somewhere_between_the_ends()
    {
        var (x, _) = new SchematicRoom([.. Enumerable.Range(0, 40).Select(i => (2.5 * i, 47.0, Name, true))]).Take((20, 50), (80, 50));
        Assert.InRange(x, 20, 80);
    }
}
