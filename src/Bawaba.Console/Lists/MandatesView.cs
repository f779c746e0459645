using Bawaba.Center.Mandates;
using Bawaba.Contracts;

namespace Bawaba.Console.Lists;

/// <summary>The book of orders with the names of gates.</summary>
public sealed record MandatesView
{
    public required MandateList List { get; init; }

    public required IReadOnlyDictionary<GateId, string> Gates { get; init; }
}
