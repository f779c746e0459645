namespace Bawaba.Scoring;

/// <summary>What `bawaba score` was asked.</summary>
internal sealed record ScoreOptions
{
    public string? PhotosFolder { get; init; }

    public required string Split { get; init; }

    public string? Set { get; init; }

    /// <summary>Drawn plates of each country, one frame each.</summary>
    public int Frames { get; init; }

    /// <summary>Drawn tracks of each country.</summary>
    public int Tracks { get; init; }

    public int Seed { get; init; }

    /// <summary>Where pages of misses go; null: nowhere.</summary>
    public string? SheetsFolder { get; init; }

    /// <summary>Where the places' figures go; null: nowhere.</summary>
    public string? PlacesPath { get; init; }

    public required string ModelsFolder { get; init; }

    internal bool Chooses(TruePhoto photo) => photo.Split == Split && (Set is null || photo.Set == Set);
}
