namespace Bawaba.Gate;

/// <summary>What became of a recheck by voice.</summary>
internal enum RecheckAnswer
{
    Rechecked = 0,

    /// <summary>Not what the room answers to this question.</summary>
    Wrong = 1,

    TooMany = 2,

    /// <summary>No hit that this officer called the same, or it was decided.</summary>
    NothingToRecheck = 3,

    NotWritten = 4,
}
