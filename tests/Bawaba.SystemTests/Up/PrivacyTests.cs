// After a run, nothing on disk tells who passed without being wanted: no plate's text in any file, in any encoding used,
// and no picture in which our own reader can read one. The films' own truth says who passed.
using System.Text.Json;
using Bawaba.Contracts;
using Bawaba.Simulator.Stage;
using Bawaba.SystemTests.Running;
using Bawaba.Vision;

namespace Bawaba.SystemTests.Up;

public sealed class PrivacyTests
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan AlertPatience = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan LongEnoughForOthers = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task After_a_run_no_plate_of_a_vehicle_that_was_not_wanted_is_left_on_disk()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        await using (var up = BawabaProcess.Start("up", "--data", data, "--urls", "http://127.0.0.1:0"))
        {
            await up.ReadyAsync(StartPatience);
            await HitsAsync(data, atLeast: 2);
            await Task.Delay(LongEnoughForOthers, TestContext.Current.CancellationToken);
            AssertClean(data, up.Said());
            await up.StopAsync(TimeSpan.FromSeconds(20));
        }
        AssertClean(data, "");
        // Further crops and clips are among what is searched.
        Assert.True(Count(data, "SELECT count(*) FROM alert_frame") >= 10);
        AssertPicturesShowHitsOnly(data);
    }

    private static void AssertClean(string data, string said)
    {
        var (wanted, others) = Drawn(data);
        Assert.True(others.Count >= 8, $"only {others.Count} drawn vehicles are not wanted: the search proves little");
        Assert.Empty(PlateSearch.Find(data, others));
        Assert.DoesNotContain(others, plate => said.Contains(plate, StringComparison.Ordinal));
        Assert.DoesNotContain(wanted, plate => said.Contains(plate, StringComparison.Ordinal));
        // The search itself works: a wanted plate is found where it belongs.
        Assert.NotEmpty(PlateSearch.Find(data, wanted));
    }

    private static void AssertPicturesShowHitsOnly(string data)
    {
        var (wanted, others) = Drawn(data);
        var allowed = wanted.Select(p => new PlateText(p)).ToHashSet();
        using var reader = new PlateReader(new() { ModelsFolder = ModelsFolder.Path });
        var pictures = PlateSearch.Pictures(data, table => table != "alert_frame").ToList();
        Assert.True(pictures.Count >= 4, $"only {pictures.Count} pictures were kept");
        var read = pictures.SelectMany(p => PlateSearch.Read(reader, p)).ToList();
        Assert.Contains(read, allowed.Contains);
        Assert.DoesNotContain(read.Select(p => p.Visual), text => !allowed.Contains(new(text)));
        // From afar and in small pictures the hit's own plate is misread by a character or two: what is read there is nearer to it than to any other.
        var further = PlateSearch.Pictures(data, table => table == "alert_frame").SelectMany(p => PlateSearch.Read(reader, p)).Select(p => p.Key).ToList();
        Assert.NotEmpty(further);
        Assert.DoesNotContain(further, text => Nearest(text, others) <= Nearest(text, wanted));
    }

    private static int Nearest(string text, IEnumerable<string> plates) => plates.Min(p => Bawaba.Gate.Passages.TextDistance.Between(text, new PlateText(p).Key));

    private static (IReadOnlyList<string> Wanted, IReadOnlyList<string> Others) Drawn(string data)
    {
        using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(data, "watchlist.json")));
        var wanted = list.RootElement.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("plate").GetString()!).ToList();
        var keys = wanted.Select(p => new PlateText(p).Key).ToHashSet(StringComparer.Ordinal);
        var drawn = new List<string>();
        foreach (var camera in global::Bawaba.Simulator.City.DemoCity.Cameras)
        {
            using var stage = new LaneStage(camera.Stage);
            drawn.AddRange(stage.Passages.Select(p => p.Plate).OfType<string>());
        }
        return (wanted, [.. drawn.Where(p => !keys.Contains(new PlateText(p).Key)).Distinct(StringComparer.Ordinal)]);
    }

    private static async Task HitsAsync(string data, int atLeast)
    {
        using var patience = new CancellationTokenSource(AlertPatience);
        while (Count(data, "SELECT count(*) FROM alert") < atLeast)
            await Task.Delay(500, patience.Token);
    }

    private static long Count(string data, string sql)
    {
        var file = Path.Combine(data, "center", "center.db");
        using var center = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        center.Open();
        using var count = center.CreateCommand();
        count.CommandText = sql;
        return (long)count.ExecuteScalar()!;
    }
}
