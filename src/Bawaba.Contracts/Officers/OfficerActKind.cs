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

    /// <summary>A camera's address was tried.</summary>
    AddressTested = 9,

    CameraAdded = 10,
    CameraChanged = 11,
    CameraRemoved = 12,

    /// <summary>Cameras were asked for on the network, or one for its streams.</summary>
    CamerasSought = 13,

    /// <summary>Passages and reads of a camera were counted for a while.</summary>
    CameraChecked = 14,

    /// <summary>The gate's set-up went out as a file, without secrets.</summary>
    SetUpExported = 15,

    /// <summary>The list kept on the gate's disk was opened with the passphrase.</summary>
    ListOpened = 16,

    ListOpenRefused = 17,

    /// <summary>A new passphrase was made and shown.</summary>
    PassphraseMade = 18,

    /// <summary>Somebody said that this computer's clock is right; two people make the time trusted.</summary>
    TimeAttested = 19,

    /// <summary>A list that was carried here by hand was taken, or refused.</summary>
    ListCarried = 20,

    /// <summary>A plate that differs from an entry's in one character was shown; what it was is never part of the act.</summary>
    CandidateSeen = 21,

    /// <summary>The officer compared it and did not say that it is the same: it is gone.</summary>
    CandidateDismissed = 22,

    /// <summary>The room rechecked the entry by voice: the officer typed the code it gave.</summary>
    Rechecked = 23,

    RecheckRefused = 24,
}
