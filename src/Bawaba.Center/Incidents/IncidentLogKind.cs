namespace Bawaba.Center.Incidents;

/// <summary>What a line of an incident's log tells. Closed.</summary>
public enum IncidentLogKind
{
    Opened = 0,

    /// <summary>What a person wrote.</summary>
    Note = 1,

    /// <summary>A step of the checklist was done.</summary>
    StepDone = 2,

    /// <summary>A step was left out; the text says why.</summary>
    StepSkipped = 3,

    /// <summary>A supervisor has taken note of steps that were left out.</summary>
    SkippedSeen = 4,
    AlertLinked = 5,
    CallLinked = 6,
    CaseLinked = 7,
    AttachmentAdded = 8,
    PriorityChanged = 9,
    PlaceChanged = 10,
    CommandOffered = 11,
    CommandTaken = 12,
    UnitAssigned = 13,
    UnitAcknowledged = 14,
    UnitEnRoute = 15,
    UnitOnScene = 16,
    UnitReleased = 17,
    Apprehension = 18,
    Seizure = 19,
    Assistance = 20,
    NothingFound = 21,
    CustodyChanged = 22,
    SeizureHandedOver = 23,
    Closed = 24,

    /// <summary>A unit has not said in time that it is well.</summary>
    WelfareOverdue = 25,

    /// <summary>The word that was missing came, or the unit's clock was set anew.</summary>
    WelfareSettled = 26,
}
