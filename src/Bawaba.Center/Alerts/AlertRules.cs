namespace Bawaba.Center.Alerts;

/// <summary>The caps of the law on alerts. Settings cannot loosen them.</summary>
public static class AlertRules
{
    /// <summary>An alert nobody confirmed closes itself after this.</summary>
    public static readonly TimeSpan UnconfirmedDuration = TimeSpan.FromMinutes(15);

    /// <summary>Plate and pictures of a rejected or expired alert are erased after this.</summary>
    public static readonly TimeSpan ErasureDelay = TimeSpan.FromHours(24);

    /// <summary>Plate and pictures of a confirmed alert without a case are erased after this.</summary>
    public static readonly TimeSpan ConfirmedKeptDuration = TimeSpan.FromDays(21);

    /// <summary>A hit older than this at intake is late.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(5);
}
