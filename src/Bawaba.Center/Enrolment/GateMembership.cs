using Bawaba.Contracts;

namespace Bawaba.Center.Enrolment;

/// <summary>How a gate's computer stands to this center.</summary>
public sealed record GateMembership
{
    public required GateId Gate { get; init; }

    /// <summary>The certificate's serial number, hexadecimal.</summary>
    public required string Serial { get; init; }

    /// <summary>SHA-256 of the gate's public key, hexadecimal.</summary>
    public required string KeyHash { get; init; }

    /// <summary>Account that made the code it enrolled with.</summary>
    public required string EnrolledBy { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Until when it is to be renewed; being late stops neither delivery nor local work.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Account that let the list go there; null: it delivers, and gets no list.</summary>
    public string? ReleasedBy { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Set when this computer is no gate any more.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    public bool IsReleased => ReleasedAt is not null && RevokedAt is null;
}
