using System.Text.Json;
using System.Text.RegularExpressions;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Simulator.City;
using Bawaba.Simulator.Stage;
using Microsoft.Extensions.Time.Testing;
using SkiaSharp;

namespace Bawaba.Tests.Simulator.City;

public sealed class DemoCityTests : IDisposable
{
    // What no authority has issued, country by country (PlateIssue).
    private static readonly Regex NotIssued = new(
        "^(9[0-9]-[0-9]{1,6}ليبيا|9[0-9]{2}تونس[0-9]{4}|٠[٠-٩]{3}[ء-ي]{2,3}|[0-9]{5,6}1[0-9]{2}9[0-9]|9[0-9][A-Z][0-9]{4}[A-Z])$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bawaba-city-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 14, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_city_file_is_whole_and_names_the_drawn_cameras_at_the_port()
    {
        DemoCity.WriteFiles(_folder.FullName, _time, 8554);
        var city = CityFile.Read(PathOf(DemoCity.CityFileName), out var faults);
        Assert.Empty(faults);
        Assert.Equal(4, city!.Gates.Count(g => g.Kind == GateKind.Entrance));
        Assert.Equal(3, city.Gates.Count(g => g.Kind == GateKind.Border));
        // Two directorates with three gates each, and a common one.
        Assert.Equal([1, 3, 3], city.Gates.CountBy(g => g.Directorate?.Value ?? "").Select(g => g.Value).Order());
        Assert.Equal(city.Directorates!.Select(d => d.Id.Value).Order(StringComparer.Ordinal), city.Gates.Select(g => g.Directorate?.Value).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var drawn = city.Gates.SelectMany(g => g.Cameras).Where(c => c.Url is not null).ToList();
        Assert.Equal(DemoCity.Cameras.Select(c => c.Id.Value).Order(StringComparer.Ordinal), drawn.Select(c => c.Id.Value).Order(StringComparer.Ordinal));
        Assert.All(drawn, c => Assert.Equal($"rtsp://127.0.0.1:8554/{c.Id.Value}", c.Url));
    }

    [Fact]
    public void A_standing_city_file_keeps_its_changes_and_learns_the_new_port()
    {
        DemoCity.WriteFiles(_folder.FullName, _time, 8554);
        var city = CityFile.Read(PathOf(DemoCity.CityFileName), out _)!;
        CityFile.Write(PathOf(DemoCity.CityFileName), city with { Name = new() { Ar = "أخرى", En = "Other" } });
        DemoCity.WriteFiles(_folder.FullName, _time, 9000);
        var again = CityFile.Read(PathOf(DemoCity.CityFileName), out _)!;
        Assert.Equal("Other", again.Name.En);
        Assert.All(again.Gates.SelectMany(g => g.Cameras).Where(c => c.Url is not null), c => Assert.Contains(":9000/", c.Url, StringComparison.Ordinal));
    }

    [Fact]
    public void Lists_that_stand_are_not_written_again()
    {
        DemoCity.WriteFiles(_folder.FullName, _time, 8554);
        var before = File.ReadAllText(PathOf(DemoCity.MandatesFileName));
        _time.Advance(TimeSpan.FromDays(2));
        DemoCity.WriteFiles(_folder.FullName, _time, 8554);
        Assert.Equal(before, File.ReadAllText(PathOf(DemoCity.MandatesFileName)));
    }

    [Fact]
    public void What_is_drawn_as_wanted_stands_on_the_list_and_crosses_early()
    {
        DemoCity.WriteFiles(_folder.FullName, _time, 8554);
        var listed = Rows(DemoCity.WatchlistFileName, "entries").Select(e => e.GetProperty("plate").GetString()).ToList();
        foreach (var camera in DemoCity.Cameras)
        {
            using var stage = new LaneStage(camera.Stage);
            var wanted = stage.Passages.Where(p => p.Wanted).ToList();
            Assert.Equal(camera.Stage.Wanted.Count, wanted.Count);
            Assert.True(wanted[0].CrossingSeconds < 20);
            Assert.All(wanted, p => Assert.Contains(p.Plate, listed));
            Assert.All(stage.Passages.Where(p => !p.Wanted), p => Assert.DoesNotContain(p.Plate, listed));
        }
    }

    [Fact]
    public void No_plate_of_the_city_can_be_a_real_vehicle_s()
    {
        DemoCity.WriteFiles(_folder.FullName, _time, 8554);
        Assert.All(Rows(DemoCity.WatchlistFileName, "entries"), e => Assert.Matches(NotIssued, e.GetProperty("plate").GetString()));
        foreach (var camera in DemoCity.Cameras)
        {
            using var stage = new LaneStage(camera.Stage);
            Assert.All(stage.Passages.Where(p => p.Plate is not null), p => Assert.Matches(NotIssued, p.Plate));
        }
    }

    [Fact]
    public void Order_and_entries_keep_the_law_s_limits()
    {
        DemoCity.WriteFiles(_folder.FullName, _time, 8554);
        var now = _time.GetUtcNow();
        var order = Assert.Single(Rows(DemoCity.MandatesFileName, "orders"));
        var (from, until) = (order.GetProperty("fromAt").GetDateTimeOffset(), order.GetProperty("untilAt").GetDateTimeOffset());
        Assert.True(from <= now && now < until && until - from <= TimeSpan.FromDays(30));
        Assert.NotEqual(order.GetProperty("requester").GetString(), order.GetProperty("approver").GetString());
        foreach (var entry in Rows(DemoCity.WatchlistFileName, "entries"))
        {
            Assert.NotEqual(entry.GetProperty("requesterChain").GetString(), entry.GetProperty("approverChain").GetString());
            Assert.True(entry.GetProperty("approvedAt").GetDateTimeOffset() <= now);
            Assert.True(PlateText.TryParse(entry.GetProperty("plate").GetString(), out _));
        }
    }

    [Fact]
    public void Plates_cross_the_line_large_enough_and_are_seen_in_four_frames_at_five_a_second()
    {
        foreach (var camera in DemoCity.Cameras)
        {
            using var stage = new LaneStage(camera.Stage);
            var step = camera.Stage.FramesPerSecond / 5;
            var seen = Enumerable.Range(0, camera.Stage.FrameCount / step).SelectMany(i => stage.PlatesAt(i * step).Select(p => (Frame: i * step, Plate: p))).ToLookup(s => s.Plate.Passage);
            foreach (var passage in stage.Passages.Where(p => p.Plate is not null))
            {
                var crossing = stage.PlatesAt(passage.CrossingFrame).Single(p => p.Passage == passage.Number);
                Assert.InRange(Width(crossing), 80, 200);
                var readable = seen[passage.Number].Count(s => Width(s.Plate) >= 55 && s.Plate.Corners.All(c => c.X >= 0 && c.Y >= 0 && c.X < camera.Stage.Width && c.Y < camera.Stage.Height));
                Assert.True(readable >= 4, $"{camera.Id} passage {passage.Number}: {readable} frames");
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static float Width(PlateSighting plate) =>
        (SKPoint.Distance(plate.Corners[0], plate.Corners[1]) + SKPoint.Distance(plate.Corners[3], plate.Corners[2])) / 2;

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private List<JsonElement> Rows(string name, string list)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(PathOf(name)));
        return [.. document.RootElement.GetProperty(list).EnumerateArray().Select(e => e.Clone())];
    }
}
