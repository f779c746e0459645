namespace Bawaba.Center.Incidents;

/// <summary>What happened to somebody in custody. Closed.</summary>
public enum CustodyEventKind
{
    /// <summary>Taken elsewhere, or handed to another authority.</summary>
    Transferred = 0,
    Released = 1,

    /// <summary>State of health, and who looked.</summary>
    Health = 2,

    /// <summary>Family or counsel were told, or came.</summary>
    Visit = 3,

    /// <summary>Something in the entry was wrong: what is right.</summary>
    Corrected = 4,
}
