namespace Bawaba.Contracts.Officers;

/// <summary>What was done on a gate's own page. The words are stored: names are never changed or used again.</summary>
public enum OfficerActKind
{
    SignedIn = 0,
    SignInRefused = 1,
    SignInLocked = 2,
    SignedOut = 3,

    /// <summary>A hit with its plate and crop was shown.</summary>
    HitSeen = 4,

    /// <summary>A camera's pictures were shown; written once a session, camera and hour.</summary>
    CameraSeen = 5,

    /// <summary>The officer compared crop, class and colour with the entry.</summary>
    Looked = 6,

    /// <summary>The officer waits for back-up and does nothing until it is there.</summary>
    Waited = 7,

    /// <summary>A plate was typed and compared. What was typed is never part of the act.</summary>
    PlateTyped = 8,
}
