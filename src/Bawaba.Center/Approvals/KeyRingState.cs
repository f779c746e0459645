using Bawaba.Contracts.Approvals;

namespace Bawaba.Center.Approvals;

/// <summary>The key ring in force, the one proposed, and who agreed to that so far.</summary>
/// <param name="Current">Null before it was founded.</param>
/// <param name="Proposed">Null where none waits.</param>
/// <param name="Candidates">Passkeys of approvers, supervisors and auditors as they stand now: what a new ring would hold.</param>
/// <param name="Names">Of the people in them, by account.</param>
public sealed record KeyRingState(KeyRing? Current, KeyRing? Proposed, IReadOnlyList<ApproverKey> Candidates, IReadOnlyDictionary<string, string> Names);
