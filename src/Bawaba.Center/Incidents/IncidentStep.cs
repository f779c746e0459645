// One step with one incident, inside its transaction: what it may use. Made by IncidentWork.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;

namespace Bawaba.Center.Incidents;

internal sealed class IncidentStep(DbConnection connection, AuditLog audit, Actor actor, Scope scope, IncidentAccess access, Incident incident, DateTimeOffset now)
{
    internal DbConnection Connection => connection;

    internal AuditLog Audit => audit;

    internal Actor Actor => actor;

    internal Scope Scope => scope;

    internal IncidentAccess Access => access;

    internal DateTimeOffset Now => now;

    internal Incident Incident { get; set; } = incident;

    /// <summary>What else changed.</summary>
    internal List<LiveHint> Hints { get; } = [];

    /// <summary>Appends a line to the log and, as an act of this person, to the audit log; where that alone fails the act goes on.</summary>
    /// <param name="kind">What the line tells.</param>
    /// <param name="subject">A step, a unit, <c>alert/…</c> or coded words.</param>
    /// <param name="text">What a person wrote.</param>
    /// <param name="id">Given by who wrote; null: a new one.</param>
    internal void Log(IncidentLogKind kind, string subject = "", string text = "", string? id = null)
    {
        var seq = Incident.Version + 1;
        audit.AppendOrSpool(connection, new(kind is IncidentLogKind.Closed ? AuditAct.IncidentClosed : AuditAct.IncidentLogged, actor.ForAudit(), $"incident/{Incident.Number}", $"line={seq} kind={kind} {subject}"));
        Write(kind, subject, text, id, seq);
    }

    /// <summary>Appends a line whose act the caller has written into the audit log.</summary>
    internal void LogAudited(IncidentLogKind kind, string subject = "", string text = "") => Write(kind, subject, text, null, Incident.Version + 1);

    internal IncidentResult Done() => new IncidentResult.Done(Incident);

    private void Write(IncidentLogKind kind, string subject, string text, string? id, long seq)
    {
        IncidentLogSql.Append(connection, Incident.Number, id ?? Guid.CreateVersion7(now).ToString("N"), actor.Account.ToString(), new()
        {
            Seq = seq,
            At = now,
            By = actor.DisplayName,
            Kind = kind,
            Subject = subject,
            Text = text,
        });
        Incident = Incident with { Version = seq };
    }
}
