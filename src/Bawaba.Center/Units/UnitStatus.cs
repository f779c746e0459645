namespace Bawaba.Center.Units;

/// <summary>What a unit is doing. <see cref="UnitTransitions"/> says what may follow what.</summary>
public enum UnitStatus
{
    /// <summary>Its people are at rest: nothing is sent to them, and no position of theirs is kept.</summary>
    OffDuty = 0,
    Available = 1,

    /// <summary>Has a task and has not set off. Dispatch alone brings a unit here.</summary>
    Assigned = 2,
    EnRoute = 3,
    OnScene = 4,

    /// <summary>On duty and not to be sent anywhere: a broken vehicle, a meal.</summary>
    OutOfService = 5,
}
