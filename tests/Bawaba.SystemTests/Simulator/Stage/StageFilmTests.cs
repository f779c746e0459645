using Bawaba.Simulator.Stage;
using Bawaba.Simulator.Stage.Films;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.SystemTests.Simulator.Stage;

public sealed class StageFilmTests : IDisposable
{
    private static readonly StageSettings Small = new() { Seed = 2, CameraName = "TEST", Width = 320, Height = 180, FramesPerSecond = 5, DurationSeconds = 20 };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bawaba-films-");

    [Fact]
    public async Task A_film_is_drawn_once_and_found_again_with_its_truth()
    {
        string[] truth;
        await using (var film = await StageFilm.MakeAsync(Small, _folder.FullName, NullLogger.Instance, TestContext.Current.CancellationToken))
        {
            Assert.True(File.Exists(film.Path));
            await film.Written.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
            Assert.True(new FileInfo(film.Path).Length > 10_000);
            truth = await File.ReadAllLinesAsync(film.TruthPath, TestContext.Current.CancellationToken);
            Assert.Equal(film.Passages.Count, truth.Length);
        }
        await using var again = await StageFilm.MakeAsync(Small, _folder.FullName, NullLogger.Instance, TestContext.Current.CancellationToken);
        Assert.True(again.Written.IsCompletedSuccessfully);
        Assert.Equal(truth, await File.ReadAllLinesAsync(again.TruthPath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_film_given_up_leaves_no_half_film_behind()
    {
        var film = await StageFilm.MakeAsync(Small with { DurationSeconds = 600, Seed = 3 }, _folder.FullName, NullLogger.Instance, TestContext.Current.CancellationToken);
        await film.DisposeAsync();
        Assert.Empty(_folder.GetFiles("*.h264"));
        Assert.Empty(_folder.GetFiles("*.growing"));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
