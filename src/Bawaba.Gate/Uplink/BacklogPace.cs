// A token bucket for what is not urgent: it takes at most three quarters of what the road has been seen to carry, so that
// a hit that has just been finds room on it. Used by GateUplink, one caller. A token is a byte.
namespace Bawaba.Gate.Uplink;

internal sealed class BacklogPace(TimeProvider time)
{
    internal const double Share = 0.75;

    // A road is judged by its last few batches.
    private const double Newness = 0.3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private double _bytesPerSecond;
    private double _tokens;
    private long _filledAt = time.GetTimestamp();

    /// <summary>What the road carries, bytes a second; 0 until a batch has shown it.</summary>
    internal double BytesPerSecond => _bytesPerSecond;

    /// <summary>A batch of so many bytes has gone and took so long.</summary>
    internal void Sent(long bytes, TimeSpan took)
    {
        Fill(took);
        // Too quick to be measured is a road that needs no bucket.
        if (took < TimeSpan.FromMilliseconds(1))
        {
            (_bytesPerSecond, _tokens) = (0, 0);
            return;
        }
        var seen = bytes / took.TotalSeconds;
        _bytesPerSecond = _bytesPerSecond == 0 ? seen : (_bytesPerSecond * (1 - Newness)) + (seen * Newness);
        // While it went the bucket was filled with its share: what it took beyond that is owed.
        _tokens -= (1 - Share) * bytes;
    }

    /// <summary>How long the next batch has to wait.</summary>
    internal TimeSpan Wait()
    {
        Fill(TimeSpan.Zero);
        if (_bytesPerSecond == 0 || _tokens >= 0)
            return TimeSpan.Zero;
        var wait = TimeSpan.FromSeconds(-_tokens / (Share * _bytesPerSecond));
        return wait < LongestWait ? wait : LongestWait;
    }

    // The bucket holds nothing beyond zero: an idle hour must not be followed by a flood.
    private void Fill(TimeSpan sending)
    {
        var now = time.GetTimestamp();
        var idle = time.GetElapsedTime(_filledAt, now) - sending;
        _tokens = Math.Min(0, _tokens + (Share * _bytesPerSecond * Math.Max(0, idle.TotalSeconds)));
        _filledAt = now;
    }
}
