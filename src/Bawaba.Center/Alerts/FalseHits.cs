namespace Bawaba.Center.Alerts;

/// <summary>False-hit shares by camera and by entry, and how long two looks took, of the last seven days.</summary>
public sealed record FalseHits(IReadOnlyList<FalseHitShare> Cameras, IReadOnlyList<EntryShare> Entries, LookTimes Looks);
