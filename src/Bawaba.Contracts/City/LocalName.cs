namespace Bawaba.Contracts.City;

/// <summary>A name in both of the system's languages; neither may be missing.</summary>
public sealed record LocalName
{
    public required string Ar { get; init; }

    public required string En { get; init; }
}
