namespace Bawaba.Center.Calls;

/// <summary>Whether somebody still waits. Closed.</summary>
public enum CallMark
{
    /// <summary>The caller waits for a word from the room.</summary>
    NeedsAnswer = 0,

    Answered = 1,

    /// <summary>Somebody else has it now.</summary>
    PassedOn = 2,
}
