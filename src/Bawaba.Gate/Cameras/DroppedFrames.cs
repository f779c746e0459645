namespace Bawaba.Gate.Cameras;

/// <summary>Frames a camera's worker dropped since it started, over all its streams.</summary>
internal sealed class DroppedFrames
{
    private long _value;

    internal long Value => Interlocked.Read(ref _value);

    internal void Increment() => Interlocked.Increment(ref _value);
}
