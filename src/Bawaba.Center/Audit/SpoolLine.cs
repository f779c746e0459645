namespace Bawaba.Center.Audit;

/// <summary>A row of the audit log on its way there.</summary>
internal sealed record SpoolLine
{
    public required DateTimeOffset At { get; init; }

    public required AuditAct Act { get; init; }

    public required AuditActor Actor { get; init; }

    public required string Subject { get; init; }

    public required string Detail { get; init; }

    internal static SpoolLine Of(AuditEvent e, DateTimeOffset at) => new()
    {
        At = at,
        Act = e.Act,
        Actor = e.Actor,
        Subject = e.Subject,
        Detail = e.Detail,
    };

    internal AuditEvent ToEvent() => new(Act, Actor, Subject, Detail);
}
