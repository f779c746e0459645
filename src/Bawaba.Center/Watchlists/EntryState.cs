namespace Bawaba.Center.Watchlists;

/// <summary>Where an entry stands. An active one that has expired is none any more, by itself.</summary>
public enum EntryState
{
    /// <summary>Being written.</summary>
    Draft = 0,

    /// <summary>Waiting for an approver.</summary>
    Pending = 1,

    /// <summary>Approved by a passkey; compared until it expires.</summary>
    Active = 2,

    /// <summary>Not compared until somebody who approves says that it may go on.</summary>
    Suspended = 3,

    /// <summary>Taken off; never comes back.</summary>
    Removed = 4,

    /// <summary>Over since a day; its plate is erased.</summary>
    Expired = 5,
}
