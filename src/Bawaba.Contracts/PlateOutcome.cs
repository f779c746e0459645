namespace Bawaba.Contracts;

/// <summary>How reading a passage's plate ended. No plate and unreadable are normal outcomes and are counted.</summary>
public enum PlateOutcome
{
    NoPlate = 0,
    Unreadable = 1,
    Read = 2,
}
