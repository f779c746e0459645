using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

/// <summary>What became of one entry's hits of the last seven days.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Decided">Alerts confirmed or rejected.</param>
/// <param name="Rejected">Of these, rejected for whatever reason.</param>
public sealed record EntryShare(EntryId Entry, int Decided, int Rejected);
