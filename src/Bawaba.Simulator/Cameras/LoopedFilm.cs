// A film from a file on disk, played for ever: the stamps go on where the loop closes, one usual gap after the last.
// The file is read as it is played; only the times are in memory. It may still be growing while it is first played.
using System.Runtime.CompilerServices;

namespace Bawaba.Simulator.Cameras;

internal sealed class LoopedFilm
{
    private readonly string _path;
    private readonly IReadOnlyList<TimeSpan> _times;
    private readonly TimeSpan _gap;
    private readonly Task _written;

    /// <param name="path">An H.264 byte stream.</param>
    /// <param name="times">One a picture, rising, the first at zero.</param>
    internal LoopedFilm(string path, IReadOnlyList<TimeSpan> times)
    {
        _path = path;
        _times = times;
        _written = Task.CompletedTask;
        var gaps = times.Zip(times.Skip(1), (a, b) => b - a).Order().ToList();
        _gap = gaps.Count > 0 && gaps[gaps.Count / 2] > TimeSpan.Zero ? gaps[gaps.Count / 2] : TimeSpan.FromMilliseconds(40);
    }

    /// <param name="path">An H.264 byte stream; the file exists already.</param>
    /// <param name="framesPerSecond">Of every picture in it.</param>
    /// <param name="written">Ends when nothing more will be written.</param>
    internal LoopedFilm(string path, double framesPerSecond, Task written)
    {
        _path = path;
        _times = [];
        _written = written;
        _gap = TimeSpan.FromSeconds(1 / framesPerSecond);
    }

    internal async IAsyncEnumerable<AccessUnit> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var start = TimeSpan.Zero;
        while (true)
        {
            var next = TimeSpan.Zero;
            var number = 0;
            var file = new GrowingFile(_path, _written);
            await using (file.ConfigureAwait(false))
            {
                await foreach (var picture in new AnnexBReader(file).ReadAsync(cancellation).ConfigureAwait(false))
                {
                    var at = number < _times.Count ? _times[number] : next;
                    number++;
                    next = at + _gap;
                    yield return picture with { Offset = start + at };
                }
            }
            if (number == 0)
                throw new InvalidDataException("The film holds no picture.");
            start += next;
        }
    }
}
