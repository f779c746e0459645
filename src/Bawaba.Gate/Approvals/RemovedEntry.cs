using Bawaba.Contracts;

namespace Bawaba.Gate.Approvals;

/// <summary>An entry that was taken off before its own end, and when this gate heard of it.</summary>
internal sealed record RemovedEntry(EntryId Entry, DateTimeOffset HeardAt);
