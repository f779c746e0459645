namespace Bawaba.Console.Gates;

/// <summary>Why a step on a gate's computer was not taken.</summary>
public enum ComputerFault
{
    None = 0,

    /// <summary>Whoever made the code does not also release the list.</summary>
    SamePerson = 1,

    /// <summary>There is no computer, or the step was taken already.</summary>
    NothingToDo = 2,

    /// <summary>The gate is retired.</summary>
    GateUnknown = 3,
}
