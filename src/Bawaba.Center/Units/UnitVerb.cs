namespace Bawaba.Center.Units;

/// <summary>What a crew says of itself, on its own page or by radio to an operator. Closed.</summary>
public enum UnitVerb
{
    /// <summary>From off duty; the welfare clock begins.</summary>
    OnDuty = 0,

    /// <summary>Back in service; from the scene: the task is done for this unit.</summary>
    Available = 1,

    /// <summary>The task was read.</summary>
    Acknowledge = 2,
    EnRoute = 3,
    OnScene = 4,

    /// <summary>In the middle of a task: it is broken off, and the room sees that.</summary>
    OutOfService = 5,
    OffDuty = 6,

    /// <summary>"We are well": moves the welfare clock and nothing else.</summary>
    Well = 7,
}
