namespace Bawaba.Center.Incidents;

/// <summary>What came of an incident. Closed.</summary>
public enum OutcomeKind
{
    /// <summary>Somebody was deprived of liberty: the custody register.</summary>
    Apprehension = 0,

    /// <summary>Something was taken: the chain of custody.</summary>
    Seizure = 1,
    Assistance = 2,
    NothingFound = 3,
}
