namespace Bawaba.Center.Operators;

/// <summary>What a person is in the system. One role an account; <see cref="RoleTable"/> says what each may do.</summary>
public enum Role
{
    /// <summary>Invites people and ends sessions; sees no plate and approves nothing.</summary>
    Administrator = 0,
    GateOfficer = 1,
    Operator = 2,
    Supervisor = 3,
    Commander = 4,
    Registrar = 5,
    Approver = 6,
    Investigator = 7,
    Technician = 8,

    /// <summary>Outside the chain of command: sees what was done, changes nothing.</summary>
    Auditor = 9,
    MediaOfficer = 10,

    /// <summary>Of a unit's crew: their own unit and its task, on a phone.</summary>
    PatrolOfficer = 11,

    /// <summary>Of the ministry: sees figures and bare incidents across directorates, never plates, names or searches.</summary>
    MinistrySupervisor = 12,
}
