// The one table of what each role may do. Asked by every desk verb and every authorization policy;
// a test walks every role and every permission.
namespace Bawaba.Center.Operators;

/// <summary>Which permissions a role has. What is not listed is refused.</summary>
public static class RoleTable
{
    public static bool Allows(Role role, Permission permission) => Of(role).Contains(permission);

    /// <summary>Everything the role may do.</summary>
    public static IReadOnlyList<Permission> Of(Role role) => role switch
    {
        Role.Administrator => [Permission.SeeGates, Permission.SeeCounts, Permission.ManageAccounts, Permission.EnrolGates, Permission.SeeKeyRing, Permission.FoundKeyRing],
        Role.GateOfficer =>
        [
            Permission.SeeGates, Permission.SeeCounts, Permission.SeeCameraPictures,
            Permission.SeeAlerts, Permission.WorkAlerts, Permission.SeeMandates, Permission.WorkAtGates, Permission.LookUpPersons,
        ],
        Role.Operator =>
        [
            Permission.SeeGates, Permission.SeeCounts, Permission.SeeCameraPictures,
            Permission.SeeAlerts, Permission.WorkAlerts, Permission.SeeMandates, Permission.SeeUrgentEntries, Permission.DraftUrgentEntries,
            Permission.SeeCases, Permission.SeeIncidents, Permission.WorkIncidents, Permission.SeeAgreements, Permission.SeeCalls, Permission.LogCalls,
            Permission.SeeUnits, Permission.WorkUnits, Permission.PrintSheets,
        ],
        Role.Supervisor =>
        [
            Permission.SeeGates, Permission.SeeCounts, Permission.SeeCameraPictures,
            Permission.SeeAlerts, Permission.WorkAlerts, Permission.SeeMandates, Permission.SeeUrgentEntries, Permission.ApproveUrgentEntries,
            Permission.HavePasskeys, Permission.SeeKeyRing, Permission.SuspendEntries,
            Permission.SeeCases, Permission.OpenCases, Permission.WorkAtGates, Permission.HandOutLists, Permission.LookUpPersons, Permission.LinkAlerts,
            Permission.SeeIncidents, Permission.WorkIncidents, Permission.LeadIncidents, Permission.EditIncidentTypes, Permission.SeeCustody, Permission.SeeAgreements,
            Permission.SeeCalls, Permission.LogCalls, Permission.SeeUnits, Permission.WorkUnits, Permission.ManageUnits, Permission.SeeTimes, Permission.PrintSheets,
        ],
        Role.Commander =>
        [
            Permission.SeeGates, Permission.SeeCounts, Permission.SeeAlerts, Permission.WorkEscalatedAlerts, Permission.SeeMandates, Permission.ReleaseGates, Permission.DraftOrders, Permission.HandOutLists,
            Permission.SeeIncidents, Permission.WorkIncidents, Permission.LeadIncidents, Permission.SeeCustody, Permission.SeeAgreements, Permission.MakeAgreements, Permission.SeeCalls,
            Permission.SeeUnits, Permission.ManageUnits, Permission.SeeTimes, Permission.PrintSheets,
        ],
        Role.Registrar => [Permission.SeeWatchlist, Permission.SeeMandates, Permission.DraftEntries, Permission.SuspendEntries, Permission.SeeCases, Permission.OpenCases],
        Role.Approver =>
        [
            Permission.SeeWatchlist, Permission.SeeMandates, Permission.ApproveEntries, Permission.ApproveOrders, Permission.SuspendEntries,
            Permission.HavePasskeys, Permission.SeeKeyRing, Permission.SignKeyRing,
        ],
        // No search until it takes a second person's approval.
        Role.Investigator => [Permission.SeeCases, Permission.OpenCases],
        Role.Technician => [Permission.SeeGates, Permission.SeeCounts, Permission.EnrolGates, Permission.WorkAtGates, Permission.ResumeCameras],
        Role.Auditor =>
        [
            Permission.SeeGates, Permission.SeeCounts, Permission.SeeAlerts,
            Permission.SeeMandates, Permission.SeeWatchlist, Permission.SeeAudit, Permission.SuspendEntries, Permission.SeeCases, Permission.SeeUnits,
            Permission.HavePasskeys, Permission.SeeKeyRing, Permission.SignKeyRing, Permission.SeeTimes,
            Permission.SeeIncidents, Permission.SeeCustody, Permission.SeeAgreements, Permission.SeeCalls,
        ],
        Role.MediaOfficer => [Permission.SeeCounts],
        Role.MinistrySupervisor => [Permission.SeeCounts, Permission.SeeFigures],
        Role.PatrolOfficer => [Permission.CrewUnit],
        _ => [],
    };
}
