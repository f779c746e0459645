namespace Bawaba.Center.Audit;

/// <summary>One kind of act in the audit log. The word is stored: names are never changed or used again.</summary>
internal enum AuditAct
{
    SignedIn,
    SignInRefused,
    SignInLocked,
    SignedOut,
    SessionEnded,
    AccountCreated,
    AccountClosed,
    AccountsSeen,
    Invited,
    InvitationUsed,

    CityLoaded,
    MandatesLoaded,
    WatchlistLoaded,
    SourceRefused,
    MandatesSeen,
    WatchlistSeen,

    AlertRaised,
    AlertAnnotated,

    /// <summary>A hit that no entry or mandate of the center stands behind: kept without plate and pictures.</summary>
    HitRefused,
    AlertsListed,
    AlertSeen,
    AlertPictureSeen,
    AlertAnswered,
    AlertFirstLook,
    AlertConfirmed,
    AlertRejected,
    AlertClosed,
    AlertExpired,
    AlertErased,

    CameraPictureSeen,
    CameraWatched,
    CameraWatchEnded,
    GateCodeIssued,
    GateEnrolled,
    GateReleased,
    GateRenewed,
    GateRevoked,
    CountsErased,
    GateCutOff,
    GateCutOffSeen,
    GateHeardAgain,
    StoreRestored,

    // Records that are not what came under their keys before: an outbox was copied or restored.
    GateKeysReused,

    // A gate's disk had no room for the wide pictures of its hits.
    GatePicturesGivenUp,

    OfficerPosted,
    OfficerRemoved,
    GatePasswordSet,

    // On a gate's own page; written when the gate's record arrives, with the gate's own time in the detail.
    GateSignedIn,
    GateSignInRefused,
    GateSignInLocked,
    GateSignedOut,
    GateHitSeen,
    GateCameraSeen,
    GateLooked,
    GateWaited,
    GatePlateTyped,
    GateAddressTested,
    GateCameraAdded,
    GateCameraChanged,
    GateCameraRemoved,
    GateCamerasSought,
    GateCameraChecked,
    GateSetUpExported,
    GateActUnknown,
}
