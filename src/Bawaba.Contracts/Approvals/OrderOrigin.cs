namespace Bawaba.Contracts.Approvals;

/// <summary>By whom and on what an activation order stands: what a gate needs to check that it was approved.</summary>
public sealed record OrderOrigin
{
    /// <summary>The account that asked for the order.</summary>
    public required string Requester { get; init; }

    /// <summary>Every gate the order is for.</summary>
    public required IReadOnlyList<GateId> Gates { get; init; }

    /// <summary>The legal instrument; behind one order only, ever.</summary>
    public required string InstrumentNumber { get; init; }

    /// <summary>SHA-256 of what gates do not see (purpose, issuer), base64.</summary>
    public required string Detail { get; init; }

    /// <summary>The sheet its hash stands in.</summary>
    public required string Sheet { get; init; }
}
