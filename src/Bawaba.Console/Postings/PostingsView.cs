using Bawaba.Center.Officers;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Console.Postings;

/// <summary>An officer's own page in the room: where they work, and setting the password for it.</summary>
public sealed record PostingsView
{
    public required IReadOnlyList<GatePosting> Postings { get; init; }

    public required IReadOnlyDictionary<GateId, LocalName> Gates { get; init; }

    public PostingFault Fault { get; init; }

    /// <summary>A password was just set.</summary>
    public bool Done { get; init; }
}
