namespace Bawaba.Center.Calls;

/// <summary>How soon a call wants somebody; the same words as an incident's. Closed.</summary>
public enum CallPriority
{
    Immediate = 0,
    Urgent = 1,
    Routine = 2,
}
