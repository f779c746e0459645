namespace Bawaba.Tests.Gate.Matching;

/// <summary>A computer's clock that can be set, and the one beneath it that cannot.</summary>
internal sealed class TwoClocks(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _wall = now;
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _wall;

    public override long GetTimestamp() => _ticks;

    internal void Advance(TimeSpan span)
    {
        _wall += span;
        _ticks += span.Ticks;
    }

    internal void Set(DateTimeOffset wall) => _wall = wall;
}
