namespace Bawaba.Contracts.Officers;

/// <summary>What people at the center decided on a gate's hit.</summary>
public sealed record HitDecision(EntryId Entry, PassageId Passage, HitStanding Standing);
