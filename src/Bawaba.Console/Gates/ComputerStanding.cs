namespace Bawaba.Console.Gates;

/// <summary>How a gate's computer stands to the center.</summary>
public enum ComputerStanding
{
    /// <summary>There has been none.</summary>
    None = 0,

    /// <summary>Enrolled; it delivers and gets no list until somebody else releases it.</summary>
    Waiting = 1,

    /// <summary>It delivers and gets its list.</summary>
    Released = 2,

    /// <summary>It is a gate no more.</summary>
    Revoked = 3,
}
