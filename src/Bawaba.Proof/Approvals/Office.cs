namespace Bawaba.Proof.Approvals;

/// <summary>What a key of the ring may approve (<see cref="Contracts.Approvals.ApproverKey.Office"/>).</summary>
public static class Office
{
    /// <summary>Entries and orders.</summary>
    public const string Approver = "approver";

    /// <summary>Urgent entries alone.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Changes of the ring alone.</summary>
    public const string Auditor = "auditor";

    public static IReadOnlyList<string> All { get; } = [Approver, Supervisor, Auditor];
}
