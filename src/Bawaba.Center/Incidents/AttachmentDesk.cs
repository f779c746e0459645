// Files that are put to an incident. Called by its page. Promises: what a file is, is told from its first bytes; storing and each look are in
// the audit log before.
using System.Globalization;
using System.Security.Cryptography;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Sharing;
using Bawaba.Center.Watchlists;

namespace Bawaba.Center.Incidents;

/// <summary>Files that are put to an incident: pictures and papers.</summary>
public sealed class AttachmentDesk
{
    /// <summary>A file has no more bytes.</summary>
    public const int MaxBytes = DocumentDesk.MaxBytes;

    /// <summary>An incident has no more files.</summary>
    public const int MaxFiles = 20;

    private const int MaxName = 80;
    private readonly IncidentWork _work;

    internal AttachmentDesk(IncidentWork work) => _work = work;

    /// <summary>What the bytes are; null for what is none of the three.</summary>
    public static string? MediaTypeOf(ReadOnlySpan<byte> body) => DocumentDesk.MediaTypeOf(body);

    /// <summary>Keeps a JPEG, PNG or PDF with the incident. Needs <see cref="Permission.WorkIncidents"/>.</summary>
    public Task<IncidentResult> AddAsync(Actor actor, IncidentNumber number, string name, byte[] body, CancellationToken cancellation) => _work.StepAsync(
        actor,
        number,
        step =>
        {
            if (DocumentDesk.MediaTypeOf(body) is not { } type || body.Length > MaxBytes || IncidentChecks.Line(Path.GetFileName(name), MaxName) is not { } called
                || IncidentLogSql.Attachments(step.Connection, number).Count >= MaxFiles)
                return new IncidentResult.Unfit(["file"]);
            var attachment = new IncidentAttachment
            {
                Id = Guid.CreateVersion7(step.Now),
                Name = called,
                MediaType = type,
                Bytes = body.Length,
                AddedBy = actor.DisplayName,
                AddedAt = step.Now,
            };
            var hash = Convert.ToHexStringLower(SHA256.HashData(body));
            step.Audit.Append(step.Connection, new(AuditAct.AttachmentAdded, actor.ForAudit(), $"incident/{number}",
                string.Create(CultureInfo.InvariantCulture, $"{attachment.Id:N} {type} {body.Length} {hash}")));
            IncidentLogSql.Attach(step.Connection, number, attachment, hash, body, actor.Account);
            step.LogAudited(IncidentLogKind.AttachmentAdded, $"attachment/{attachment.Id:N}", called);
            return step.Done();
        },
        cancellation);

    /// <summary>The file's bytes. Needs <see cref="Permission.SeeIncidents"/>, and where it is another directorate's an agreement on the log.</summary>
    public async Task<Reading<byte[]>> ReadAsync(Actor actor, IncidentNumber number, Guid id, CancellationToken cancellation)
    {
        if (await _work.Guard.ScopeOfAsync(actor, Permission.SeeIncidents, cancellation) is not { } scope)
            return new Reading<byte[]>.NotAllowed();
        var now = _work.Time.GetUtcNow();
        var body = await _work.Guard.FindAsync(
            actor,
            scope,
            $"incident/{number}",
            (c, within) => IncidentSql.Find(c, within, now, number) is { } incident && IncidentWork.AccessTo(c, within, incident, now).Sees(ShareField.Log)
                ? IncidentLogSql.AttachmentBody(c, number, id)
                : null,
            cancellation);
        if (body is null)
            return new Reading<byte[]>.NotFound();
        return await _work.Audit.TryWriteAsync(new(AuditAct.AttachmentSeen, actor.ForAudit(), $"incident/{number}", id.ToString("N")), cancellation)
            ? new Reading<byte[]>.Granted(body)
            : new Reading<byte[]>.AuditUnavailable();
    }
}
