// The auditor's list of notices. Called by its page. Promises: the auditor's alone; read and marked in the log first.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Mandates;

/// <summary>Notices about orders, for the auditor.</summary>
public sealed class NoticeDesk
{
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly TimeProvider _time;

    internal NoticeDesk(CenterStore store, AuditLog audit, SessionGuard guard, TimeProvider time) => (_store, _audit, _guard, _time) = (store, audit, guard, time);

    /// <summary>Newest first, at most 500. Needs <see cref="Permission.SeeAudit"/>.</summary>
    public async Task<Reading<IReadOnlyList<LawNotice>>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        if (!await _guard.AllowsAsync(actor, Permission.SeeAudit, cancellation))
            return new Reading<IReadOnlyList<LawNotice>>.NotAllowed();
        return await _audit.TryWriteAsync(new(AuditAct.NoticesSeen, actor.ForAudit(), "notices"), cancellation)
            ? new Reading<IReadOnlyList<LawNotice>>.Granted(await _store.ReadAsync(NoticeSql.Newest, cancellation))
            : new Reading<IReadOnlyList<LawNotice>>.AuditUnavailable();
    }

    /// <summary>The auditor has taken note. Needs <see cref="Permission.SeeAudit"/>.</summary>
    public async Task<Reading<string>> SeeAsync(Actor actor, string id, CancellationToken cancellation)
    {
        if (!await _guard.AllowsAsync(actor, Permission.SeeAudit, cancellation))
            return new Reading<string>.NotAllowed();
        try
        {
            return await _store.WriteAsync<Reading<string>>(
                connection =>
                {
                    if (NoticeSql.See(connection, id, actor.Account, _time.GetUtcNow()) == 0)
                        return new Reading<string>.NotFound();
                    _audit.Append(connection, new(AuditAct.NoticeMarked, actor.ForAudit(), id));
                    return new Reading<string>.Granted(id);
                },
                cancellation);
        }
        catch (DbException)
        {
            return new Reading<string>.AuditUnavailable();
        }
    }
}
