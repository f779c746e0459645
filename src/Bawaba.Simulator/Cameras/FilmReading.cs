// One reading of a film, with a token of its own so that it can be given up while it waits for its first picture.
// Used by CameraRun, which changes from one to another while it plays.
namespace Bawaba.Simulator.Cameras;

internal sealed class FilmReading : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping;
    private readonly IAsyncEnumerator<AccessUnit> _pictures;
    private readonly Task<bool> _first;
    private bool _began;

    internal FilmReading(Film film, CancellationToken cancellation)
    {
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _pictures = film(_stopping.Token).GetAsyncEnumerator(_stopping.Token);
        _first = _pictures.MoveNextAsync().AsTask();
    }

    /// <summary>True when the first picture is there and waits to be taken.</summary>
    internal bool IsReady => _first.IsCompletedSuccessfully;

    /// <summary>Why it will never begin; null while it may.</summary>
    internal string? Failure => _first.IsFaulted ? _first.Exception.InnerException!.Message : null;

    /// <summary>The next picture; null at the end.</summary>
    internal async ValueTask<AccessUnit?> NextAsync()
    {
        var hasOne = _began ? await _pictures.MoveNextAsync().ConfigureAwait(false) : await _first.ConfigureAwait(false);
        _began = true;
        return hasOne ? _pictures.Current : null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await ((Task)_first).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _pictures.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }
}
