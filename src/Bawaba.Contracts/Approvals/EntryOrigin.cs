namespace Bawaba.Contracts.Approvals;

/// <summary>By whom and on what a list entry stands: what a gate needs, beside the entry itself, to check that it was approved. No names.</summary>
public sealed record EntryOrigin
{
    /// <summary>The account that asked for the entry.</summary>
    public required string Requester { get; init; }

    /// <summary>That account's chain of command.</summary>
    public required string RequesterChain { get; init; }

    /// <summary>The gates it is for; empty: every gate with an order.</summary>
    public IReadOnlyList<GateId> Gates { get => field ?? []; init; }

    /// <summary>SHA-256 of what gates do not see (law, instrument, document, a salt), base64.</summary>
    public required string Detail { get; init; }

    /// <summary>The sheet its hash stands in.</summary>
    public required string Sheet { get; init; }
}
