// The program over real photos and a real lane. They are not part of the project: where ../shared/data is not, these
// tests are skipped, and counted as skipped. The floors are what the shipped models must never fall below; what they
// reach stands in the model cards.
using System.Text.Json;
using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Reading;

[Collection(Lanes.Alone)]
public sealed class RealPhotoTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly string Data = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data"));

    [Theory]
    [InlineData("egypt", 97, 90)]
    [InlineData("tunisia", 97, 94)]
    public async Task Plates_of_photos_are_found_and_read(string set, double recallFloor, double exactFloor)
    {
        var photos = LabelledPhoto.Read(Folder("plates"), set);
        await using var bawaba = BawabaProcess.Start(["read", "--json", .. photos.Select(p => p.Path)]);
        Assert.Equal(0, await bawaba.ExitAsync(Patience));
        var reads = bawaba.Output.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(r => r.GetProperty("source").GetString()!, StringComparer.Ordinal);
        var (plates, found, texts, exact) = (0, 0, 0, 0);
        foreach (var photo in photos)
        {
            foreach (var plate in photo.Plates)
            {
                var read = reads[photo.Path];
                var best = read.GetProperty("plates").EnumerateArray()
                    .Select(r => (Overlap: LabelledPhoto.Overlap(photo.BoxOf(r, read), plate.Box), Text: r.GetProperty("text").GetString()!))
                    .OrderByDescending(r => r.Overlap).FirstOrDefault();
                plates++;
                found += best.Overlap >= 0.5 ? 1 : 0;
                texts += plate.Text is null ? 0 : 1;
                exact += plate.Text is not null && best.Overlap >= 0.3 && LabelledPhoto.Fold(best.Text) == LabelledPhoto.Fold(plate.Text) ? 1 : 0;
            }
        }
        output.WriteLine($"{set}: {found} of {plates} found, {exact} of {texts} exact");
        Assert.True(plates > 100 && texts > 100, $"{plates} plates, {texts} texts");
        Assert.InRange(100.0 * found / plates, recallFloor, 100);
        Assert.InRange(100.0 * exact / texts, exactFloor, 100);
    }

    [Fact]
    public async Task A_real_toll_lane_gives_its_three_vehicles_and_not_the_displays_text()
    {
        await using var bawaba = BawabaProcess.Start("read", "--json", Path.Combine(Folder("video"), "toll-lane.mp4"));
        Assert.Equal(0, await bawaba.ExitAsync(Patience));
        var texts = bawaba.Output.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString())
            .Where(text => !string.IsNullOrEmpty(text)).Order(StringComparer.Ordinal);
        Assert.Equal(["34A23126", "34A36837", "89C20339"], texts);
    }

    private static string Folder(string name)
    {
        Assert.SkipUnless(Directory.Exists(Data), "no photos: ../shared/data is not here");
        return Path.Combine(Data, name);
    }
}
