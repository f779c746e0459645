namespace Bawaba.Gate.Cameras;

/// <summary>How long to wait before a camera is tried again: 1 s five times, 5 s five times, 10 s ten times, then 60 s.</summary>
internal struct CameraBackoff
{
    private int _failures;

    internal TimeSpan Next()
    {
        _failures++;
        return TimeSpan.FromSeconds(_failures switch
        {
            <= 5 => 1,
            <= 10 => 5,
            <= 20 => 10,
            _ => 60,
        });
    }

    internal void Reset() => _failures = 0;
}
