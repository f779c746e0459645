namespace Bawaba.Gate.Officers;

/// <summary>What became of an act on the page.</summary>
internal enum OfficerAnswer
{
    /// <summary>Done and on disk.</summary>
    Done = 0,

    /// <summary>Such a hit is not on the page any more.</summary>
    Unknown = 1,

    /// <summary>Somebody looked already, or the center decided.</summary>
    Already = 2,

    /// <summary>The disk does not take the record: not done.</summary>
    NotWritten = 3,

    /// <summary>A typed plate is on the list: its hit is on the page.</summary>
    Hit = 4,

    NoHit = 5,

    /// <summary>No activation order is in force, or the list is too old: nothing was compared.</summary>
    NotComparing = 6,

    /// <summary>What was typed is no plate.</summary>
    NoPlate = 7,

    /// <summary>Too many plates typed in a short time.</summary>
    TooMany = 8,
}
