namespace Bawaba.Tests.Console.Access;

/// <summary>What a form leaves in the store when it is posted by who may.</summary>
internal enum PageEffect
{
    /// <summary>Something is another than before.</summary>
    Changes,

    /// <summary>Nothing but its row in the log: a page, a file or a look-up.</summary>
    Shows,

    /// <summary>It is understood and refused for a reason that is none of access.</summary>
    Declines,
}
