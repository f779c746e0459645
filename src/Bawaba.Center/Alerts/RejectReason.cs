namespace Bawaba.Center.Alerts;

/// <summary>Why an alert was no match. Coded, so that false-hit shares can be counted.</summary>
public enum RejectReason
{
    /// <summary>The machine read another plate than the one in the picture. Only these count against a camera.</summary>
    Misread = 0,

    /// <summary>The plate is right and the entry should no longer stand.</summary>
    StaleEntry = 1,

    Other = 2,
}
