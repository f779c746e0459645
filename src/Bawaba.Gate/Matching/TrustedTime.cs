// Whether this computer's clock can be believed: without that, nothing says whether a list is old, an entry expired or an order
// in force. Asked at every comparison. Promises: after a start nobody's word counts but the center's, or that of two people at the gate; from then on the clock is
// watched against one that cannot be set, and a jump ends the trust until the center confirms the time again.
namespace Bawaba.Gate.Matching;

/// <summary>The gate's clock, and whether it is to be believed.</summary>
internal sealed class TrustedTime(TimeProvider time)
{
    /// <summary>The clock is this far off at most: ahead of the center's, or of where it must be since the center last spoke.</summary>
    internal static readonly TimeSpan MostOff = TimeSpan.FromMinutes(5);

    /// <summary>What the center says is this old at most: a long list over a thin road takes its time.</summary>
    internal static readonly TimeSpan LongestOnTheRoad = TimeSpan.FromMinutes(15);
    private volatile Anchor? _anchor;

    /// <summary>False after a start until the center was heard, and after a jump of the clock.</summary>
    internal bool IsTrusted => _anchor is { } anchor && (time.GetUtcNow() - anchor.At - time.GetElapsedTime(anchor.Timestamp)).Duration() <= MostOff;

    /// <summary>The center, which was just heard, says that it is this late.</summary>
    internal void Confirm(DateTimeOffset centersTime)
    {
        var now = time.GetUtcNow();
        _anchor = centersTime - now <= MostOff && now - centersTime <= LongestOnTheRoad ? new(now, time.GetTimestamp()) : null;
    }

    /// <summary>Two people said that this computer's clock is right.</summary>
    internal void Attest() => _anchor = new(time.GetUtcNow(), time.GetTimestamp());

    private sealed record Anchor(DateTimeOffset At, long Timestamp);
}
