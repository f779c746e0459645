using Bawaba.Center.Watchlists;
using Bawaba.Contracts;

namespace Bawaba.Console.Law;

/// <summary>Looking a person up: the form, and what came of it. What was typed is not shown again.</summary>
public sealed record PersonView
{
    public required IReadOnlyDictionary<GateId, string> Gates { get; init; }

    public string Gate { get; init; } = "";

    public LookUpReason Reason { get; init; }

    /// <summary>Null before anything was asked.</summary>
    public PersonResult? Result { get; init; }
}
