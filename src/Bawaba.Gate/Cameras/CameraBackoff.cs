namespace Bawaba.Gate.Cameras;

/// <summary>
/// How long to wait before a camera is tried again: 1 s five times, 3 s five times, then 8 s. With the longest wait for an
/// answer and the opening itself a camera that is well again is seen again within 30 s, however long it was away.
/// A refused password waits 20 s at once: many cameras lock an account after a few wrong tries.
/// </summary>
internal struct CameraBackoff
{
    private int _failures;

    internal TimeSpan Next(bool refusedPassword)
    {
        _failures++;
        if (refusedPassword)
            return TimeSpan.FromSeconds(20);
        return TimeSpan.FromSeconds(_failures switch
        {
            <= 5 => 1,
            <= 10 => 3,
            _ => 8,
        });
    }

    internal void Reset() => _failures = 0;
}
