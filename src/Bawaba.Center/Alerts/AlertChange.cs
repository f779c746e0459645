namespace Bawaba.Center.Alerts;

/// <summary>An alert was raised or moved on.</summary>
public sealed record AlertChange(long Seq, AlertId Alert, long Version, AlertState State);
