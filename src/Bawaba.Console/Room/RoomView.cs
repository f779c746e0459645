using Bawaba.Center.Situation;
using Bawaba.Center.Sources;

namespace Bawaba.Console.Room;

/// <summary>The home page: every gate, and the alerts beside them.</summary>
public sealed record RoomView
{
    public required IReadOnlyList<GateCardView> Gates { get; init; }

    /// <summary>The gates and the roads between them; null where the city has no segments.</summary>
    public SchematicView? Schematic { get; init; }

    /// <summary>Set while the hourly situation file cannot be written, for who prints sheets.</summary>
    public SituationFault? SheetFault { get; init; }

    /// <summary>How the city file was last read, where it has faults and the role may see gates.</summary>
    public LoadReport? CityFaults { get; init; }
}
