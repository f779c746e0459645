namespace Bawaba.Center.Units;

/// <summary>What a unit is for. Closed.</summary>
public enum UnitKind
{
    Patrol = 0,
    Motorcycle = 1,

    /// <summary>Holds a place on the road.</summary>
    Checkpoint = 2,
    Investigation = 3,
    Medical = 4,
    Tow = 5,
}
