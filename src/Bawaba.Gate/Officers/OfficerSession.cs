using Bawaba.Contracts.Officers;

namespace Bawaba.Gate.Officers;

/// <summary>One sign-in at the gate's own page.</summary>
internal sealed record OfficerSession
{
    /// <summary>32 hexadecimal digits; no secret.</summary>
    public required string Id { get; init; }

    public required GateOfficer Officer { get; init; }

    public required string Address { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
