namespace Bawaba.Center.Sharing;

/// <summary>What the other directorate may do with what it is shown. Closed.</summary>
public enum ShareMode
{
    /// <summary>See it.</summary>
    View = 0,

    /// <summary>See it, write into its log and send units of one's own.</summary>
    Assist = 1,
}
