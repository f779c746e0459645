namespace Bawaba.Center.Alerts;

/// <summary>False-hit shares by camera and by entry, of the last seven days.</summary>
public sealed record FalseHits(IReadOnlyList<FalseHitShare> Cameras, IReadOnlyList<EntryShare> Entries);
