// The roads in force come with the city file, whole, and another directorate's gate is a name on them.
using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Bawaba.Center.Roads;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Tests.Center.Roads;

public sealed class RoadBookTests
{
    private static readonly PlaceId North = PlaceId.Parse("north");
    private static readonly PlaceId Centre = PlaceId.Parse("centre");

    [Fact]
    public async Task Roads_come_with_the_city_file_and_a_file_with_a_fault_changes_nothing()
    {
        await using var rig = await CenterRig.StartAsync(r => CityFile.Write(r.CityPath, City(8)));
        var book = rig.Get<RoadBook>();
        Assert.Equal(8, book.Times.Minutes(North, Centre));
        CityFile.Write(rig.CityPath, City(-1));
        await rig.PollSourcesAsync();
        Assert.Equal(8, book.Times.Minutes(North, Centre));
        CityFile.Write(rig.CityPath, City(12.5));
        await rig.PollSourcesAsync();
        Assert.Equal(12.5, book.Times.Minutes(North, Centre));
        CityFile.Write(rig.CityPath, A.City());
        await rig.PollSourcesAsync();
        Assert.Empty(book.Map(Scope.Joint).Segments);
    }

    [Fact]
    public async Task Another_directorates_gate_is_a_bare_node_and_places_and_roads_are_common()
    {
        await using var rig = await CenterRig.StartAsync(r => CityFile.Write(r.CityPath, City(8, DirectorateId.Parse("security-south"))));
        var (own, other) = (rig.Get<RoadBook>().Map(ScopeOf("security-south")), rig.Get<RoadBook>().Map(ScopeOf("security-north")));
        Assert.Equal(GateId.Parse("north"), own.Nodes.Single(n => n.Id == North).Gate);
        var bare = other.Nodes.Single(n => n.Id == North);
        Assert.Equal((null, true, "Gate north"), (bare.Gate, bare.IsGate, bare.Name.En));
        Assert.Equal(own.Segments, other.Segments);
        Assert.Contains(other.Nodes, n => n.Id == Centre);
    }

    [Fact]
    public async Task What_a_gates_computer_gets_says_nothing_of_the_schematic()
    {
        await using var rig = await CenterRig.StartAsync(r => CityFile.Write(r.CityPath, City(8)));
        var settings = rig.Get<Bawaba.Center.Gates.GateRegistry>().SettingsOf(A.North)!;
        Assert.Equal((null, null, null, null), (settings.X, settings.Y, settings.Latitude, settings.Longitude));
    }

    [Fact]
    public async Task Alerts_that_wait_are_counted_by_gate_for_who_may_see_them_and_it_is_no_disclosure()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        await rig.RaiseAsync();
        var person = await rig.SignedInAsync(Role.Operator);
        var counts = Assert.IsType<Reading<IReadOnlyDictionary<GateId, long>>.Granted>(await rig.Get<AlertDesk>().UndecidedAsync(person, rig.Cancellation)).Value;
        Assert.Equal(1, Assert.Single(counts, c => c.Key == A.North).Value);
        Assert.DoesNotContain("AlertsListed", await rig.ActsAsync());
        Assert.IsType<Reading<IReadOnlyDictionary<GateId, long>>.NotAllowed>(
            await rig.Get<AlertDesk>().UndecidedAsync(await rig.SignedInAsync(Role.Technician), rig.Cancellation));
    }

    private static Scope ScopeOf(string directorate) => Scope.Of(Role.Operator, DirectorateId.Parse(directorate));

    private static CitySettings City(double minutes, DirectorateId? owner = null) => A.City() with
    {
        Gates = [A.Gate("north") with { X = 500, Y = 100, Latitude = 27.6, Longitude = 19.5, Directorate = owner }, A.Gate("south")],
        Places = [new() { Id = Centre, Name = new() { Ar = "المركز", En = "Centre" }, X = 500, Y = 500 }],
        Segments = [new() { From = North, To = Centre, Minutes = minutes }],
    };
}
