// The pictures of a camera whose film is changed while it plays: the old one goes on until the new one's first picture is
// there, and the times go on over the seam. Used by CameraRun.
namespace Bawaba.Simulator.Cameras;

internal sealed class FilmChanges : IAsyncDisposable
{
    private readonly FilmChoice _choice;
    private readonly CancellationToken _cancellation;
    private FilmReading _playing;
    private FilmReading? _next;
    private int _version;
    private TimeSpan _start;
    private TimeSpan _last;

    internal FilmChanges(FilmChoice choice, CancellationToken cancellation)
    {
        (_choice, _cancellation, _version) = (choice, cancellation, choice.Version);
        _playing = new(choice.Film, cancellation);
    }

    /// <summary>The next picture, its time counted from the first film's start; null at the end of a film.</summary>
    /// <param name="now">How much of the film's time has passed.</param>
    /// <param name="failed">Told why a new film could not begin; the old one is kept.</param>
    internal async ValueTask<AccessUnit?> NextAsync(Func<TimeSpan> now, Action<string> failed)
    {
        if (_version != _choice.Version)
        {
            _version = _choice.Version;
            await DropAsync(_next).ConfigureAwait(false);
            _next = new(_choice.Film, _cancellation);
        }
        if (_next?.Failure is { } reason)
        {
            failed(reason);
            await DropAsync(_next).ConfigureAwait(false);
            _next = null;
        }
        if (_next is { IsReady: true } ready)
        {
            await DropAsync(_playing).ConfigureAwait(false);
            (_playing, _next) = (ready, null);
            _start = now() > _last ? now() : _last;
        }
        if (await _playing.NextAsync().ConfigureAwait(false) is not { } picture)
            return null;
        _last = _start + picture.Offset;
        return picture with { Offset = _last };
    }

    public async ValueTask DisposeAsync()
    {
        await DropAsync(_next).ConfigureAwait(false);
        await DropAsync(_playing).ConfigureAwait(false);
    }

    private static ValueTask DropAsync(FilmReading? reading) => reading?.DisposeAsync() ?? ValueTask.CompletedTask;
}
