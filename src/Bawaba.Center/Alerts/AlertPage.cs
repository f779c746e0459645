namespace Bawaba.Center.Alerts;

/// <summary>Alerts, newest first.</summary>
/// <param name="Seq">The feed's number before the table was read: changes above it may be missing here, none below is.</param>
public sealed record AlertPage(long Seq, IReadOnlyList<Alert> Alerts);
