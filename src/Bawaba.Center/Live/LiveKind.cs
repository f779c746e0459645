namespace Bawaba.Center.Live;

/// <summary>What kind of thing changed.</summary>
public enum LiveKind
{
    /// <summary>An alert was raised or moved on; the subject is its id.</summary>
    Alert = 0,

    /// <summary>A gate or one of its cameras; the subject is the gate's id.</summary>
    Gate = 1,

    /// <summary>Counts of a gate; the subject is the gate's id.</summary>
    Counts = 2,

    /// <summary>A source file was read again; the subject is city, mandates or watchlist.</summary>
    List = 3,

    /// <summary>An incident was opened, changed or closed; the subject is its number.</summary>
    Incident = 5,

    /// <summary>An entry of the phone and radio log; the subject is its number.</summary>
    Call = 6,

    /// <summary>A unit, its task or its place; the subject is its id, the state its status or Overdue. Told to who sees it and to its crew.</summary>
    Unit = 4,
}
