namespace Bawaba.Center.Alerts;

/// <summary>Why a verb was not carried out, on the wire.</summary>
/// <param name="Code">stale, already-closed, out-of-order, entry-ended or same-account.</param>
/// <param name="Alert">The alert as it is now, where it may be shown.</param>
internal sealed record RefusalBody(string Code, AlertBody? Alert);
