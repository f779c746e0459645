namespace Bawaba.Console.Units;

/// <summary>Why something about a unit was not done.</summary>
public enum UnitFault
{
    None = 0,
    Unfit = 1,
    Taken = 2,
    CrewElsewhere = 3,

    /// <summary>A place that cannot be read, or a gate that is not there.</summary>
    Place = 4,

    /// <summary>A unit off duty has no place.</summary>
    OffDuty = 5,
}
