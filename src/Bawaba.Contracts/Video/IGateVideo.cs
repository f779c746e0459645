namespace Bawaba.Contracts.Video;

/// <summary>A gate's live video. It passes through memory only and is kept nowhere.</summary>
public interface IGateVideo
{
    /// <summary>
    /// Pieces of a camera's video from now on: a head, then from a key on. Ends when the caller stops; throws
    /// <see cref="VideoUnavailableException"/> when the camera or the road to it gives none.
    /// </summary>
    IAsyncEnumerable<VideoPart> WatchAsync(GateId gate, CameraId camera, CancellationToken cancellation);
}
