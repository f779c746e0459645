using Bawaba.Contracts;

namespace Bawaba.Console.Room;

/// <summary>Something that happens or moves, to be drawn beside the place it is at. Texts are in the screen's language already.</summary>
public sealed record SchematicMark
{
    public required SchematicMarkKind Kind { get; init; }

    /// <summary>A place or a gate. Goes before a coordinate; one that the schematic does not have is no place.</summary>
    public PlaceId? Place { get; init; }

    /// <summary>Degrees north, with <see cref="Longitude"/>: the mark then stands at the nearest known place and says how far off.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }

    /// <summary>A unit's call sign, an incident's number or kind; short.</summary>
    public required string Label { get; init; }

    /// <summary>How old it is, or its position; null: nothing to say.</summary>
    public string? Age { get; init; }

    /// <summary>How it stands, in a word.</summary>
    public string? State { get; init; }

    /// <summary>Its own page; null where the person may not open it.</summary>
    public string? Href { get; init; }
}
