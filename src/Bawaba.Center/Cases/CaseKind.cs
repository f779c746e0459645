namespace Bawaba.Center.Cases;

/// <summary>What a case is about. Closed.</summary>
public enum CaseKind
{
    StolenVehicle = 0,
    Verdict = 1,
    Kidnapping = 2,
    MissingPerson = 3,
    RoadAttack = 4,
    Other = 5,
}
