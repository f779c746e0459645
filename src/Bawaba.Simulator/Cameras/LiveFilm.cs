// A film that is made while it is watched: an H.264 byte stream at a fixed rate, opened for each run.
using System.Runtime.CompilerServices;

namespace Bawaba.Simulator.Cameras;

internal sealed class LiveFilm(double framesPerSecond, Func<CancellationToken, Task<Stream>> openAsync)
{
    internal async IAsyncEnumerable<AccessUnit> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var stream = await openAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var number = 0L;
            await foreach (var picture in new AnnexBReader(stream).ReadAsync(cancellation).ConfigureAwait(false))
                yield return picture with { Offset = TimeSpan.FromSeconds(number++ / framesPerSecond) };
        }
    }
}
