using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Center.Units;

/// <summary>Something that may bring positions of a directorate's units, by a token of its own.</summary>
public sealed record UnitFeed
{
    public required UnitFeedId Id { get; init; }

    /// <summary>What it is, in words.</summary>
    public required string Label { get; init; }

    /// <summary>Whose units it speaks of; null: the joint room's, which are all.</summary>
    public DirectorateId? Directorate { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The part of the room of who made it.</summary>
    internal Scope Scope => Scope.Of(Role.Supervisor, Directorate);
}
