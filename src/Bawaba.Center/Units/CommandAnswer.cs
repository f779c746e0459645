namespace Bawaba.Center.Units;

/// <summary>What became of a command from a phone. Stored: sent again, the answer is the same. Closed.</summary>
public enum CommandAnswer
{
    Done = 0,

    /// <summary>It does not follow from what the unit is doing: the room or another phone was there first.</summary>
    OutOfOrder = 1,

    /// <summary>The task it was about is not the unit's any more.</summary>
    OtherTask = 2,
}
