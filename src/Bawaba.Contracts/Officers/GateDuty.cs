namespace Bawaba.Contracts.Officers;

/// <summary>What somebody does at a gate's own page. The words are stored.</summary>
public enum GateDuty
{
    /// <summary>Hits, first looks, plates by hand.</summary>
    Officer = 0,

    /// <summary>Cameras: adding, aiming, checking them. No hit and no plate.</summary>
    Technician = 1,

    /// <summary>An officer who also opens the kept list after a start without the center, and brings one by hand.</summary>
    Supervisor = 2,
}
