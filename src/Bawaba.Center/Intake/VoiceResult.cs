using Bawaba.Center.Watchlists;

namespace Bawaba.Center.Intake;

/// <summary>The outcome of a recheck by voice. Closed.</summary>
public abstract record VoiceResult
{
    private VoiceResult()
    {
    }

    /// <param name="Entry">As it stands now.</param>
    /// <param name="Code">Eight digits, to be read out.</param>
    public sealed record Stands(WatchlistEntry Entry, string Code) : VoiceResult;

    /// <summary>The entry or its order has ended: the vehicle is let go.</summary>
    public sealed record Ended : VoiceResult;

    /// <summary>No entry has this number, or nobody of this name is posted at the gate.</summary>
    public sealed record Unknown : VoiceResult;

    /// <summary>Whoever looked does not also recheck.</summary>
    public sealed record SameAccount : VoiceResult;

    public sealed record TooMany : VoiceResult;

    public sealed record NotAllowed : VoiceResult;

    public sealed record AuditUnavailable : VoiceResult;
}
