// A film from a file on disk, played for ever: the stamps go on where the loop closes, one usual gap after the last.
// Made by VideoConversion. The file is read as it is played; only the times are in memory.
using System.Runtime.CompilerServices;

namespace Bawaba.Simulator.Cameras;

internal sealed class LoopedFilm
{
    private readonly string _path;
    private readonly IReadOnlyList<TimeSpan> _times;
    private readonly TimeSpan _gap;

    /// <param name="path">An H.264 byte stream.</param>
    /// <param name="times">One a picture, rising, the first at zero.</param>
    internal LoopedFilm(string path, IReadOnlyList<TimeSpan> times)
    {
        _path = path;
        _times = times;
        var gaps = times.Zip(times.Skip(1), (a, b) => b - a).Order().ToList();
        _gap = gaps.Count > 0 && gaps[gaps.Count / 2] > TimeSpan.Zero ? gaps[gaps.Count / 2] : TimeSpan.FromMilliseconds(40);
    }

    internal async IAsyncEnumerable<AccessUnit> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var start = TimeSpan.Zero;
        while (true)
        {
            var last = TimeSpan.Zero;
            var number = 0;
            var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
            await using (file.ConfigureAwait(false))
            {
                await foreach (var picture in new AnnexBReader(file).ReadAsync(cancellation).ConfigureAwait(false))
                {
                    last = number < _times.Count ? _times[number] : last + _gap;
                    number++;
                    yield return picture with { Offset = start + last };
                }
            }
            if (number == 0)
                throw new InvalidDataException("The film holds no picture.");
            start += last + _gap;
        }
    }
}
