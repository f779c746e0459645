using Bawaba.Simulator.Cameras;

namespace Bawaba.Tests.Simulator.Cameras;

public sealed class LoopedFilmTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task A_loop_goes_on_in_time_by_one_usual_gap()
    {
        await File.WriteAllBytesAsync(_path, CodedPictures.Film(4), Cancel);
        var film = new LoopedFilm(_path, [Ms(0), Ms(50), Ms(100), Ms(190)]);

        var taken = await CodedPictures.TakeAsync(film.ReadAsync(Cancel), 9);

        Assert.Equal([0, 50, 100, 190, 240, 290, 340, 430, 480], taken.Select(p => p.Offset.TotalMilliseconds));
        Assert.Equal([0, 4, 8], taken.Index().Where(p => p.Item.IsKey).Select(p => p.Index));
    }

    [Fact]
    public async Task A_film_that_is_still_being_written_is_played_to_its_real_end()
    {
        var whole = CodedPictures.Film(6);
        await File.WriteAllBytesAsync(_path, whole[..60], Cancel);
        var written = new TaskCompletionSource();
        var film = new LoopedFilm(_path, framesPerSecond: 10, written.Task);

        var taking = CodedPictures.TakeAsync(film.ReadAsync(Cancel), 7);
        await using (var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
            await file.WriteAsync(whole.AsMemory(60), Cancel);
        written.SetResult();

        var taken = await taking.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        Assert.Equal([0, 100, 200, 300, 400, 500, 600], taken.Select(p => p.Offset.TotalMilliseconds));
        Assert.True(taken[6].IsKey);
    }

    [Fact]
    public async Task A_film_whose_writing_failed_says_so()
    {
        await File.WriteAllBytesAsync(_path, CodedPictures.Film(2), Cancel);
        var film = new LoopedFilm(_path, framesPerSecond: 10, Task.FromException(new IOException("disk full")));

        await Assert.ThrowsAsync<IOException>(() => CodedPictures.TakeAsync(film.ReadAsync(Cancel), 5));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
