namespace Bawaba.Center.Approvals;

/// <summary>An entry or order after a step: its id, the version the next step must name, and where it stands.</summary>
internal sealed record LawStepBody(string Id, long Version, string State);
