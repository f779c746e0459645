using Bawaba.Center.Mandates;
using Bawaba.Center.Sources;
using Bawaba.Contracts;

namespace Bawaba.Console.Law;

/// <summary>An activation order as it is being written; after a refusal with what is wrong.</summary>
public sealed record OrderFormView
{
    public OrderDraft Draft { get; init; } = new();

    /// <summary>0 for a new one.</summary>
    public long Version { get; init; }

    public IReadOnlyList<DraftFault> Faults { get; init; } = [];

    public required IReadOnlyDictionary<GateId, string> Gates { get; init; }
}
