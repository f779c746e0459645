namespace Bawaba.Simulator.Faults;

/// <summary>What a simulated camera can do wrong while it runs. Several may be on at once.</summary>
public enum SimulatedFault
{
    /// <summary>No picture more; the session and its reports go on.</summary>
    Stall = 0,

    /// <summary>Nothing is read or written any more and the connections stay open, as when a cable is cut.</summary>
    Freeze = 1,

    /// <summary>Connections are taken and no request is answered; who plays goes on playing.</summary>
    Silent = 2,

    /// <summary>The port is closed and everybody is cut off, as while a camera starts: for all cameras of the simulator alone.</summary>
    Refuse = 3,

    /// <summary>401 to every login; who plays is sent away.</summary>
    Unauthorized = 4,

    /// <summary>Each nonce is good for one request; the next one is told that it is stale and given another.</summary>
    StaleNonce = 5,

    /// <summary>453 to whoever wants to play; who plays is sent away.</summary>
    Busy = 6,

    /// <summary>Who plays is cut off, and so is who comes back, a second after it plays again.</summary>
    Drop = 7,

    /// <summary>The camera's own clock says 1970, in its reports and over ONVIF.</summary>
    Clock1970 = 8,

    /// <summary>Every twentieth packet of pictures is lost.</summary>
    Gaps = 9,

    /// <summary>Parameter sets (and with them the picture's size) change midway.</summary>
    NewSets = 10,

    /// <summary>A key picture only every 300 pictures.</summary>
    LongGop = 11,

    /// <summary>The lens is out of focus.</summary>
    Blurred = 12,

    /// <summary>Next to no light reaches the camera.</summary>
    Dark = 13,

    /// <summary>The camera has been turned.</summary>
    Moved = 14,
}
