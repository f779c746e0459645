using Bawaba.Contracts;

namespace Bawaba.Simulator.Stage.Plates;

/// <summary>A plate to be drawn: what is written on it and in which country's look.</summary>
public sealed record DrawnPlate
{
    public required PlateCountry Country { get; init; }

    public PlateLayout Layout { get; init; } = PlateLayout.OneRow;

    /// <summary>In visual order, left to right, first row first; a Libyan one ends in its country word.</summary>
    public required PlateText Text { get; init; }

    /// <summary>Algeria only: the yellow plate of a vehicle's back.</summary>
    public bool Rear { get; init; }
}
