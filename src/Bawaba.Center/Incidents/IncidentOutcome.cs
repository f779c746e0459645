namespace Bawaba.Center.Incidents;

/// <summary>What came of an incident.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Subject"><c>custody/&lt;number&gt;</c>, <c>seizure/&lt;number&gt;</c> or empty.</param>
public sealed record IncidentOutcome(OutcomeKind Kind, string Subject);
