// The words of the log. An act is added here when a desk learns it; AuditLog writes the word itself, so that a row is
// understood without this program.
namespace Bawaba.Center.Audit;

/// <summary>One kind of act in the audit log. The word is stored: names are never changed or used again.</summary>
internal enum AuditAct
{
    SignedIn,
    SignInRefused,
    SignInLocked,
    SignedOut,
    SecondFactorShown,
    SecondFactorsSealed,
    SecondFactorsForgotten,
    RecoveryAsked,
    Recovered,
    SessionEnded,
    AccountCreated,
    AccountClosed,
    AccountsSeen,
    Invited,
    InvitationUsed,
    DirectorateMade,

    // A desk was asked for something the role may not do, or by a session that has ended: the subject is the permission. Or for what is
    // another directorate's: the subject is that.
    Refused,

    PasskeyAdded,
    PasskeyRefused,
    PasskeyRemoved,
    KeyRingFounded,
    KeyRingProposed,
    KeyRingSigned,
    KeyRingChanged,

    // An approval was asked for or given against a rule.
    ApprovalRefused,

    OrderDrafted,
    OrderSubmitted,
    OrderApproved,
    OrderReturned,
    OrderEnded,
    OrderEndsSoon,
    NoticesSeen,
    NoticeMarked,
    EntryDrafted,
    EntrySubmitted,
    EntryApproved,
    EntryReturned,
    EntrySuspended,
    EntryResumed,
    EntryRemoved,
    EntryErased,
    EntriesImported,
    DocumentStored,
    DocumentSeen,

    // A gate knew of a removal that this store had forgotten: it came out of a backup. The entry is suspended.
    EntryRemovalLearned,

    // What was approved counts again after the store came out of a backup: an approver looked through it.
    ListReviewed,

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

    // For a gate that cannot reach the room: the code is in the detail of both sides' rows.
    VoiceRecheckGiven,
    VoiceRecheckRefused,
    AlertRejected,
    AlertClosed,
    AlertLinked,

    // Nobody had answered in time, or nothing came after the answer: to whom it went on is in the detail.
    AlertEscalated,
    AlertSlow,
    AlertExpired,
    AlertErased,

    // What was typed is no part of it.
    PersonLookedUp,

    CasesSeen,
    CaseOpened,
    CaseClosed,

    UnitsSeen,
    UnitRegistered,
    UnitEdited,
    UnitRetired,
    UnitCrewSet,

    // What a crew said, on its page or by radio; both times of a late one are in the store.
    UnitStepped,

    // By radio. Where it is, is no part of it.
    UnitPositionReported,
    UnitWelfareSet,
    UnitOverdue,
    UnitOverdueSeen,
    UnitAssigned,
    UnitReleased,
    UnitTaskTold,
    UnitTaskSeen,
    UnitFeedMade,
    UnitFeedRevoked,
    UnitFeedRefused,

    // A camera misread too often: nothing it reads is compared until a technician has looked.
    CameraStopped,
    CameraResumed,

    CameraPictureSeen,
    CameraWatched,
    CameraWatchEnded,
    GateCodeIssued,
    GateEnrolled,
    GateReleased,
    GateRenewed,
    GateRevoked,

    // A gate's list went out as a sealed file, to be carried there by hand.
    ListHandedOut,
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

    // Incidents and what came of them.
    IncidentsListed,
    IncidentSeen,
    IncidentOpened,
    IncidentLogged,
    IncidentClosed,
    IncidentReported,
    IncidentTypeChanged,
    AttachmentAdded,
    AttachmentSeen,
    CustodyRecorded,
    CustodySeen,
    CustodyChanged,
    SeizureRecorded,
    SeizureSeen,
    SeizureHandedOver,
    AgreementOffered,
    AgreementAccepted,
    AgreementEnded,
    FiguresSeen,
    CallRecorded,
    CallsSeen,
    CallsErased,

    // What was typed is no part of it.
    CallsSearched,

    // An entry of the log needs an answer, has one, or was passed on; to whom is no part of it.
    CallMarked,

    // The whole of a person's part of the room on paper: how much of each is in the detail.
    SituationSheetMade,

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
    GateListOpened,
    GateListOpenRefused,
    GatePassphraseMade,
    GateTimeAttested,
    GateListCarried,
    GateCandidateSeen,
    GateCandidateDismissed,
    GateRechecked,
    GateRecheckRefused,
    GateActUnknown,
}
