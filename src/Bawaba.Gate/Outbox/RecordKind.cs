namespace Bawaba.Gate.Outbox;

/// <summary>What a row of the outbox holds. The numbers are on disk.</summary>
internal enum RecordKind
{
    Count = 0,
    Hit = 1,

    /// <summary>The wide picture of a hit, which goes after it.</summary>
    Overview = 2,

    /// <summary>What an officer did on the gate's own page; it goes after the hits before it.</summary>
    Act = 3,

    /// <summary>A picture was given up for want of room; its key says so to the center.</summary>
    GivenUp = 4,

    /// <summary>Further pictures of a hit.</summary>
    Frames = 5,
}
