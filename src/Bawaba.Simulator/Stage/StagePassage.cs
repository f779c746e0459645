namespace Bawaba.Simulator.Stage;

/// <summary>The truth about one vehicle of a film: what passed and when. A line of the film's truth file.</summary>
public sealed record StagePassage
{
    /// <summary>0, 1, … in the order of crossing.</summary>
    public required int Number { get; init; }

    public required VehicleKind Kind { get; init; }

    public required VehicleColour Colour { get; init; }

    /// <summary>In visual order; null when it carries none on the side the camera sees.</summary>
    public string? Plate { get; init; }

    public string? Country { get; init; }

    public required bool Wanted { get; init; }

    /// <summary>First frame whose plate (or front edge) is on the near side of the lane's line, counted from 0.</summary>
    public required int CrossingFrame { get; init; }

    /// <summary>Seconds from the film's start to that frame.</summary>
    public required double CrossingSeconds { get; init; }

    public required double SpeedKmh { get; init; }
}
