using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

/// <summary>How many of a camera's hits of the last seven days were misread, and whether it was stopped for that.</summary>
public sealed record FalseHitShare
{
    public required GateId Gate { get; init; }

    public required CameraId Camera { get; init; }

    /// <summary>Alerts confirmed or rejected, since the camera was last looked after.</summary>
    public required int Decided { get; init; }

    /// <summary>Of these, rejected as misread. An entry that was wrong or old is no fault of a camera.</summary>
    public required int Misread { get; init; }

    /// <summary>Set while its plates are compared with nothing.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>0 to 1.</summary>
    public double Share => Decided == 0 ? 0 : (double)Misread / Decided;

    /// <summary>More than a fifth of at least twenty (02-law).</summary>
    internal bool IsTooHigh => Decided >= FalseHitRules.LeastDecided && Misread > FalseHitRules.MostShare * Decided;
}
