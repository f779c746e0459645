namespace Bawaba.Center.Alerts;

/// <summary>A rejection, on the wire.</summary>
internal sealed record RejectBody(RejectReason Reason);
