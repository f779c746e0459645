using Bawaba.Center.Enrolment;
using Bawaba.Center.Gates;

namespace Bawaba.Console.Gates;

/// <summary>A gate's own computer: how it stands to the center, and what may be done about it.</summary>
public sealed record GateComputerView
{
    public required Gate Gate { get; init; }

    /// <summary>The newest computer; null where the gate never had one.</summary>
    public GateMembership? Membership { get; init; }

    /// <summary>The one-time code: on this answer and nowhere else.</summary>
    public string? Code { get; init; }

    public DateTimeOffset CodeExpiresAt { get; init; }

    public ComputerFault Fault { get; init; }

    public ComputerStanding Standing => Membership switch
    {
        null => ComputerStanding.None,
        { RevokedAt: not null } => ComputerStanding.Revoked,
        { IsReleased: true } => ComputerStanding.Released,
        _ => ComputerStanding.Waiting,
    };
}
