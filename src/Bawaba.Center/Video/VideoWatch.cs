using Bawaba.Contracts;
using Bawaba.Contracts.Video;

namespace Bawaba.Center.Video;

/// <summary>One person watching one camera.</summary>
/// <param name="BeganAt">A timestamp of the time provider.</param>
internal sealed record VideoWatch(GateId Gate, CameraId Camera, long BeganAt, IGateVideo Video)
{
    internal IAsyncEnumerable<VideoPart> PartsAsync(CancellationToken cancellation) => Video.WatchAsync(Gate, Camera, cancellation);
}
