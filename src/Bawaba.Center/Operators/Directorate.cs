using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Operators;

/// <summary>One of the directorates that form the room.</summary>
public sealed record Directorate
{
    public required DirectorateId Id { get; init; }

    public required LocalName Name { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}
