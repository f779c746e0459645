namespace Bawaba.Center.Watchlists;

/// <summary>Why an officer has somebody's document before them. Closed: a free text was no reason.</summary>
public enum LookUpReason
{
    /// <summary>A hit that two people confirmed.</summary>
    ConfirmedHit = 0,

    /// <summary>The document itself is doubtful.</summary>
    InvalidDocument = 1,

    /// <summary>An offence that was seen.</summary>
    VisibleOffence = 2,

    /// <summary>The person asks for help, or is thought to be in danger.</summary>
    RequestForHelp = 3,
}
