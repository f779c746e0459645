namespace Bawaba.Center.Alerts;

/// <summary>How far people have come with an alert.</summary>
public enum AlertState
{
    Raised = 0,

    /// <summary>Somebody owns it.</summary>
    Answered = 1,

    /// <summary>One person has compared crop, class and colour with the entry.</summary>
    FirstLook = 2,

    /// <summary>Another account in another session agreed; only now may anybody be tasked.</summary>
    Confirmed = 3,

    /// <summary>Not this vehicle, or not any more. Final; plate and pictures go after 24 h.</summary>
    Rejected = 4,

    /// <summary>Nobody confirmed it within 15 minutes. Final; plate and pictures go after 24 h.</summary>
    Expired = 5,

    /// <summary>A confirmed alert whose work is done. Final.</summary>
    Closed = 6,
}
