namespace Bawaba.Center.Audit;

/// <summary>One act, as it goes into the log.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Subject">What it was done to: an id, never a plate.</param>
/// <param name="Detail">Coded words and ids; cut at 4,000 characters.</param>
internal sealed record AuditEvent(AuditAct Act, AuditActor Actor, string Subject, string Detail = "");
