// What an approver does after the store came out of a backup. Called by the register's page. Promises: until an approver's passkey
// has signed the list as it stands, no gate is given any of it: what was taken off since the backup cannot come back unseen.
using System.Data.Common;
using Bawaba.Center.Approvals;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;
using Bawaba.Proof.Approvals;

namespace Bawaba.Center.Watchlists;

/// <summary>Looking through a list that came out of a backup.</summary>
public sealed class ListReviewDesk
{
    private readonly LawSteps _steps;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly SheetDesk _sheets;
    private readonly TimeProvider _time;

    internal ListReviewDesk(LawSteps steps, AuditLog audit, SessionGuard guard, SheetDesk sheets, TimeProvider time)
    {
        _steps = steps;
        _audit = audit;
        _guard = guard;
        _sheets = sheets;
        _time = time;
    }

    /// <summary>Asks the person's passkey to sign the list as it stands. Needs <see cref="Permission.ApproveEntries"/> and the joint room: the list is everybody's.</summary>
    public Task<ApprovalResult> AskAsync(Actor actor, CancellationToken cancellation) => StepAsync(
        actor,
        (connection, scope) => EntrySql.HeldSince(connection) is null
            ? new ApprovalResult.Gone()
            : !scope.IsWhole
            ? _sheets.Refuse(connection, actor, SheetKind.List, "beyond-directorate")
            : _sheets.Ask(connection, actor, SheetKind.List, [LeafOf(connection)], LoadReport.Watchlist),
        cancellation);

    /// <summary>Takes the answer: the list is compared again.</summary>
    public Task<ApprovalResult> ApproveAsync(Actor actor, ApprovalAnswer answer, CancellationToken cancellation) => StepAsync(
        actor,
        (connection, scope) =>
        {
            if (!scope.IsWhole)
                return _sheets.Refuse(connection, actor, SheetKind.List, "beyond-directorate");
            var (sheet, _, _, refusal) = _sheets.Take(connection, actor, SheetKind.List, answer);
            if (refusal is not null)
                return refusal;
            // Another entry was taken off while the list was being looked through.
            if (!SheetCheck.LeavesOf(sheet!).Contains(Convert.ToBase64String(LeafOf(connection))))
                return _sheets.Refuse(connection, actor, SheetKind.List, "changed-meanwhile", new ApprovalResult.Gone());
            EntrySql.Release(connection);
            _audit.Append(connection, new(AuditAct.ListReviewed, actor.ForAudit(), LoadReport.Watchlist, $"sheet={sheet!.Id}"));
            return new ApprovalResult.Approved(1);
        },
        cancellation);

    private byte[] LeafOf(DbConnection connection)
    {
        var now = _time.GetUtcNow();
        return Leaf.Of(SheetKind.List, EntrySql.All(connection, now).Where(e => e.IsActiveAt(now)).OrderBy(e => e.Id.Value, StringComparer.Ordinal)
            .Select((e, i) => (i + 1, (string?)$"{e.Id} {Convert.ToBase64String(EntryLeaf.Of(e))}")));
    }

    private async Task<ApprovalResult> StepAsync(Actor actor, Func<DbConnection, Scope, ApprovalResult> work, CancellationToken cancellation) =>
        await _guard.ScopeOfAsync(actor, Permission.ApproveEntries, cancellation) is { } scope
            ? await _steps.ApproveAsync(c => work(c, scope), LoadReport.Watchlist, cancellation)
            : new ApprovalResult.NotAllowed();
}
