using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Console.Accounts;

/// <summary>What became of the invitation that was just asked for; empty when none was.</summary>
public sealed record InvitationView
{
    public string UserName { get; init; } = "";

    public Role? Role { get; init; }

    /// <summary>The directorate the person was invited into; null: the joint room.</summary>
    public DirectorateId? Directorate { get; init; }

    /// <summary>The one-time link: on this answer and nowhere else.</summary>
    public string? Link { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The first of two administrators asked for a new way in for somebody.</summary>
    public bool RecoveryAsked { get; init; }

    public InviteFault Fault { get; init; }
}
