namespace Bawaba.Contracts.Officers;

/// <summary>How the center stands to a hit, for the gate that made it.</summary>
public enum HitStanding
{
    /// <summary>Nobody gave the second look yet, or the center has not heard of it.</summary>
    Undecided = 0,

    /// <summary>Two people in two sessions said it is the vehicle: the permitted action may be taken.</summary>
    Confirmed = 1,

    /// <summary>Rejected, expired or closed: nothing is to be done.</summary>
    Ended = 2,
}
