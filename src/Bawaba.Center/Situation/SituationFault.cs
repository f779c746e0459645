namespace Bawaba.Center.Situation;

/// <summary>The hourly file cannot be written.</summary>
/// <param name="SinceAt">Since when.</param>
public sealed record SituationFault(DateTimeOffset SinceAt);
