namespace Bawaba.Contracts;

/// <summary>
/// Asks a gate for a camera's newest picture. It passes through memory only: whoever serves it forbids storing,
/// and it is kept nowhere.
/// </summary>
public interface IGatePictures
{
    /// <summary>A JPEG file no wider than <paramref name="maxWidthPx"/>, or null when the camera has no fresh frame.</summary>
    ValueTask<byte[]?> SnapshotAsync(GateId gate, CameraId camera, int maxWidthPx, CancellationToken cancellation);
}
