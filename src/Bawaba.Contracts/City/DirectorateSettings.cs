namespace Bawaba.Contracts.City;

/// <summary>A directorate as <c>city.json</c> of the demo city or a trial makes it; elsewhere an administrator does.</summary>
public sealed record DirectorateSettings
{
    public required DirectorateId Id { get; init; }

    public required LocalName Name { get; init; }
}
