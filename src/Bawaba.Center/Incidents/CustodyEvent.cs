namespace Bawaba.Center.Incidents;

/// <summary>What happened to somebody in custody.</summary>
/// <param name="Kind">Which.</param>
/// <param name="At">When it happened.</param>
/// <param name="Text">Where to, to whom, state of health.</param>
/// <param name="RecordedBy">Who wrote it.</param>
/// <param name="RecordedAt">When it was written.</param>
public sealed record CustodyEvent(CustodyEventKind Kind, DateTimeOffset At, string Text, string RecordedBy, DateTimeOffset RecordedAt);
