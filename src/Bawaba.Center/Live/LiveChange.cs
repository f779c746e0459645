namespace Bawaba.Center.Live;

/// <summary>A hint that something changed; the table is the truth. Coalesced: the newest change of a subject stands for the earlier ones.</summary>
public sealed record LiveChange
{
    /// <summary>1 more than the change before it. A reader that sees a gap reloads. Grows over restarts.</summary>
    public required long Seq { get; init; }

    public required LiveKind Kind { get; init; }

    /// <summary>What changed: an id, never a plate.</summary>
    public required string Subject { get; init; }

    /// <summary>The subject's version after the change; 0 where it has none.</summary>
    public long Version { get; init; }

    /// <summary>The subject's state after the change, for an alert; empty otherwise.</summary>
    public string State { get; init; } = "";

    /// <summary>The gate an alert is of: who may not know of the gate is not told; empty of everything else.</summary>
    public string Gate { get; init; } = "";

    /// <summary>The directorate a unit is of; empty where it is common to the room, and of everything else.</summary>
    public string Directorate { get; init; } = "";
}
