// What a role may or may not do, one thing each. RoleTable says who may; every desk verb asks for one, and every policy is named after one.
// Numbers and names are never used again.
namespace Bawaba.Center.Operators;

/// <summary>
/// One thing a role may or may not do. Each is also the name of an authorization policy:
/// <c>[Authorize(Policy = nameof(Permission.SeeAlerts))]</c>.
/// </summary>
public enum Permission
{
    /// <summary>Gates, lanes, cameras and their states; load reports. No picture, no plate.</summary>
    SeeGates = 0,

    /// <summary>Counts per lane and direction.</summary>
    SeeCounts = 1,

    /// <summary>A camera's fresh picture, in which plates can be read.</summary>
    SeeCameraPictures = 2,

    /// <summary>Alerts with their plates and pictures.</summary>
    SeeAlerts = 3,

    /// <summary>Answer, first look, confirm, reject, close.</summary>
    WorkAlerts = 4,

    /// <summary>Activation orders.</summary>
    SeeMandates = 5,

    /// <summary>Watch-list entries with their plates.</summary>
    SeeWatchlist = 6,

    /// <summary>The audit log.</summary>
    SeeAudit = 7,

    /// <summary>Invite people, list accounts, end sessions, close accounts.</summary>
    ManageAccounts = 8,

    /// <summary>Make the one-time code with which a gate's computer enrols; revoke it.</summary>
    EnrolGates = 9,

    /// <summary>Let the watch-list go to a gate's computer that somebody else enrolled; revoke it.</summary>
    ReleaseGates = 10,

    /// <summary>Be posted at gates, and set one's password for their own pages.</summary>
    WorkAtGates = 11,

    /// <summary>Have passkeys of one's own: whoever approves anything.</summary>
    HavePasskeys = 12,

    /// <summary>Whose approvals count.</summary>
    SeeKeyRing = 13,

    /// <summary>Make the first key ring of a system; never another.</summary>
    FoundKeyRing = 14,

    /// <summary>Propose and agree to another key ring.</summary>
    SignKeyRing = 15,

    /// <summary>Write drafts of watch-list entries and ask for their approval; take entries off.</summary>
    DraftEntries = 16,

    /// <summary>Approve watch-list entries of another chain of command.</summary>
    ApproveEntries = 17,

    /// <summary>Ask for an urgent entry in a kidnapping: six hours.</summary>
    DraftUrgentEntries = 18,

    /// <summary>Approve an urgent entry.</summary>
    ApproveUrgentEntries = 19,

    /// <summary>Take an entry out of comparing at once, and say that it may go on.</summary>
    SuspendEntries = 20,

    /// <summary>Write drafts of activation orders and ask for their approval; end orders.</summary>
    DraftOrders = 21,

    /// <summary>Approve activation orders.</summary>
    ApproveOrders = 22,

    /// <summary>Urgent entries alone, with their plates.</summary>
    SeeUrgentEntries = 23,

    /// <summary>Say that a camera which misread too often has been looked at.</summary>
    ResumeCameras = 24,

    /// <summary>The case register.</summary>
    SeeCases = 25,

    /// <summary>Open and close cases.</summary>
    OpenCases = 26,

    /// <summary>Have a gate's list as a sealed file, to be carried there by hand.</summary>
    HandOutLists = 30,

    /// <summary>Look a person up by the document before one, in a lawful check.</summary>
    LookUpPersons = 31,

    /// <summary>Put a confirmed alert to an open case.</summary>
    LinkAlerts = 32,

    /// <summary>The phone and radio log.</summary>
    SeeCalls = 52,

    /// <summary>Write into the phone and radio log.</summary>
    LogCalls = 53,

    /// <summary>Incidents with their logs.</summary>
    SeeIncidents = 54,

    /// <summary>Open incidents, write into them, send units, record what came of them.</summary>
    WorkIncidents = 55,

    /// <summary>Take the lead of an incident, close what another leads, take note of steps that were left out.</summary>
    LeadIncidents = 56,

    /// <summary>Edit types of incidents and their checklists.</summary>
    EditIncidentTypes = 57,

    /// <summary>The custody register and the register of seizures, with names.</summary>
    SeeCustody = 58,

    /// <summary>Agreements between directorates.</summary>
    SeeAgreements = 60,

    /// <summary>Offer, accept and end agreements of one's directorate.</summary>
    MakeAgreements = 61,

    /// <summary>Figures and bare incidents of all directorates: no log, no plate, no name.</summary>
    SeeFigures = 62,

    /// <summary>The situation sheet: one's part of the room on paper.</summary>
    PrintSheets = 63,

    /// <summary>Units: who is where, doing what.</summary>
    SeeUnits = 40,

    /// <summary>Write down what crews say by radio; set welfare clocks.</summary>
    WorkUnits = 41,

    /// <summary>The register of units, their crews, and tokens of what brings their positions.</summary>
    ManageUnits = 42,

    /// <summary>Be of a unit's crew: see one's own unit and task, and say what one does.</summary>
    CrewUnit = 43,

    /// <summary>How long the room's steps take: figures, of nobody in particular.</summary>
    SeeTimes = 47,

    /// <summary>What <see cref="WorkAlerts"/> is, with alerts alone that nobody answered until they went on to the commander.</summary>
    WorkEscalatedAlerts = 64,
}
