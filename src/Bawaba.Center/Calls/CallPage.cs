namespace Bawaba.Center.Calls;

/// <summary>Entries that were found, newest first.</summary>
/// <param name="Calls">At most 50.</param>
/// <param name="Next">Where the next page goes on; null: there is no more.</param>
/// <param name="BackTo">The instant of the oldest entry looked at, where there is more; null otherwise.</param>
public sealed record CallPage(IReadOnlyList<CallEntry> Calls, string? Next, DateTimeOffset? BackTo);
