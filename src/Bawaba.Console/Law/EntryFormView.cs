using Bawaba.Center.Sources;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;

namespace Bawaba.Console.Law;

/// <summary>An entry as it is being written; after a refusal with what is wrong.</summary>
public sealed record EntryFormView
{
    public EntryDraft Draft { get; init; } = new();

    /// <summary>0 for a new one.</summary>
    public long Version { get; init; }

    public IReadOnlyList<DraftFault> Faults { get; init; } = [];

    /// <summary>An urgent entry in a kidnapping, and nothing else.</summary>
    public bool Urgent { get; init; }

    public required IReadOnlyDictionary<GateId, string> Gates { get; init; }
}
