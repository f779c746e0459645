// The verbs on watch-list entries, from draft to end. Called by the register's pages and endpoints. Promises: an entry comes
// into force only by the passkey of somebody else, of another chain of command; every step names a version and is refused when it
// is old; every step is one transaction with its audit row; what is taken off is in force nowhere in this process when the verb returns.
using System.Data.Common;
using System.Security.Cryptography;
using Bawaba.Center.Approvals;
using Bawaba.Center.Audit;
using Bawaba.Center.Cases;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;
using Bawaba.Contracts;
using Bawaba.Proof.Approvals;

namespace Bawaba.Center.Watchlists;

/// <summary>The verbs on watch-list entries.</summary>
public sealed class EntryDesk
{
    private const int SaltBytes = 16;
    private readonly LawSteps _steps;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly GateRegistry _registry;
    private readonly SheetDesk _sheets;
    private readonly TimeProvider _time;

    internal EntryDesk(LawSteps steps, AuditLog audit, SessionGuard guard, GateRegistry registry, SheetDesk sheets, TimeProvider time)
    {
        _steps = steps;
        _audit = audit;
        _guard = guard;
        _registry = registry;
        _sheets = sheets;
        _time = time;
    }

    /// <summary>Keeps a draft: a new one, or one's own changes to a draft of this version. Needs <see cref="Permission.DraftEntries"/>, or <see cref="Permission.DraftUrgentEntries"/> for an urgent one.</summary>
    /// <param name="actor">Who asks for the entry.</param>
    /// <param name="draft">As it was typed.</param>
    /// <param name="version">0 for a new one.</param>
    public async Task<EntryResult> DraftAsync(Actor actor, EntryDraft draft, long version, CancellationToken cancellation)
    {
        var urgent = ListCategory.Find(draft.Category) is { Urgent: true };
        if (await _guard.ScopeOfAsync(actor, urgent ? Permission.DraftUrgentEntries : Permission.DraftEntries, cancellation) is not { } scope)
            return new EntryResult.NotAllowed();
        var now = _time.GetUtcNow();
        var outside = new List<GateId>();
        var (entry, faults) = EntryRules.Read(draft, _registry.Naming(scope, outside), $"e-{Guid.CreateVersion7(now):N}", now);
        await _guard.NoteOutsideAsync(actor, outside, cancellation);
        if (entry is null)
            return new EntryResult.Faulty(faults);
        return await StepAsync(
            connection =>
            {
                var before = Find(connection, actor, scope, entry.Id);
                if (version == 0 && EntrySql.IsTaken(connection, entry.Id))
                    return new EntryResult.Faulty([new("id", "used")]);
                if (version != 0 && (before is not { State: EntryState.Draft } || before.Version != version))
                    return new EntryResult.Stale();
                if (OperatorSql.Account(connection, actor.Account) is not { Chain.Length: > 0 } account)
                    return new EntryResult.Faulty([new("requesterChain", "missing")]);
                if (entry.CaseNumber is { } number && _guard.FindCase(connection, actor, scope, number) is not { State: CaseState.Open })
                    return new EntryResult.Faulty([new("caseNumber", "unknown")]);
                if (entry.CaseNumber is { } to)
                    CaseSql.Link(connection, to, $"entry/{entry.Id}", actor.Account, _time.GetUtcNow());
                return Keep(connection, actor, AuditAct.EntryDrafted, entry with
                {
                    Requester = account.DisplayName,
                    RequesterChain = account.Chain,
                    RequesterAccount = actor.Account.ToString(),
                    Directorate = scope.Directorate,
                    Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes)),
                    State = EntryState.Draft,
                    Version = version + 1,
                });
            },
            cancellation);
    }

    /// <summary>Asks for approval. Needs what drafting needs, and the document the entry rests on.</summary>
    public Task<EntryResult> SubmitAsync(Actor actor, EntryId id, long version, CancellationToken cancellation) => MoveAsync(
        actor, id, version, DraftingOf, AuditAct.EntrySubmitted,
        e => e.State is EntryState.Draft ? e with { State = EntryState.Pending } : null, cancellation,
        (connection, scope, entry) => HasDocument(connection, scope, entry) ? null : new EntryResult.Faulty([new("sourceDocumentSha256", "not-stored")]));

    // Six hours of a kidnapping do not wait for paper.
    private static bool HasDocument(DbConnection connection, Scope scope, WatchlistEntry entry) =>
        ListCategory.Find(entry.Category) is { Urgent: true } || DocumentSql.IsStored(connection, scope, entry.SourceDocumentSha256);

    /// <summary>Gives it back to be written again. Needs <see cref="Permission.ApproveEntries"/>, or <see cref="Permission.ApproveUrgentEntries"/> for an urgent one.</summary>
    public Task<EntryResult> ReturnAsync(Actor actor, EntryId id, long version, CancellationToken cancellation) => MoveAsync(
        actor, id, version, ApprovingOf, AuditAct.EntryReturned,
        e => e.State is EntryState.Pending ? e with { State = EntryState.Draft } : null, cancellation);

    /// <summary>Out of comparing, at once. Needs <see cref="Permission.SuspendEntries"/>.</summary>
    public Task<EntryResult> SuspendAsync(Actor actor, EntryId id, long version, CancellationToken cancellation) => MoveAsync(
        actor, id, version, _ => Permission.SuspendEntries, AuditAct.EntrySuspended,
        e => e.State is EntryState.Active ? e with { State = EntryState.Suspended, StoppedAt = _time.GetUtcNow() } : null, cancellation);

    /// <summary>Into comparing again, until the end it was approved with. Needs <see cref="Permission.ApproveEntries"/>.</summary>
    public Task<EntryResult> ResumeAsync(Actor actor, EntryId id, long version, CancellationToken cancellation) => MoveAsync(
        actor, id, version, ApprovingOf, AuditAct.EntryResumed,
        e => e.State is EntryState.Suspended ? e with { State = EntryState.Active, StoppedAt = null } : null, cancellation);

    /// <summary>Off the list for good. Needs <see cref="Permission.SuspendEntries"/>: taking off is easier than putting on.</summary>
    public Task<EntryResult> RemoveAsync(Actor actor, EntryId id, long version, CancellationToken cancellation) => MoveAsync(
        actor, id, version, _ => Permission.SuspendEntries, AuditAct.EntryRemoved,
        e => e.State is EntryState.Removed or EntryState.Expired ? null : e with { State = EntryState.Removed, StoppedAt = e.StoppedAt ?? _time.GetUtcNow() }, cancellation);

    /// <summary>Asks the person's passkey to approve entries that wait for it. Needs <see cref="Permission.ApproveEntries"/>, or <see cref="Permission.ApproveUrgentEntries"/> for urgent ones alone.</summary>
    public async Task<ApprovalResult> AskAsync(Actor actor, IReadOnlyList<EntryId> ids, CancellationToken cancellation)
    {
        if (await ApprovingScopeAsync(actor, cancellation) is not { } scope)
            return new ApprovalResult.NotAllowed();
        return await _steps.ApproveAsync(
            connection =>
            {
                var entries = ids.Distinct().Select(id => Find(connection, actor, scope, id)).OfType<WatchlistEntry>().ToArray();
                if (entries.Length == 0 || entries.Length != ids.Distinct().Count() || entries.Length > Contracts.Approvals.ApprovalSheet.MaxLeaves)
                    return new ApprovalResult.Gone();
                return FaultOf(connection, actor, scope, entries) is { } why
                    ? _sheets.Refuse(connection, actor, SheetKind.Entry, why)
                    : _sheets.Ask(connection, actor, SheetKind.Entry, [.. entries.Select(EntryLeaf.Of)], string.Join(' ', entries.Select(e => e.Id.Value)));
            },
            LoadReport.Watchlist,
            cancellation);
    }

    /// <summary>Takes the passkey's answer: the entries are in force.</summary>
    public async Task<ApprovalResult> ApproveAsync(Actor actor, ApprovalAnswer answer, CancellationToken cancellation)
    {
        if (await ApprovingScopeAsync(actor, cancellation) is not { } scope)
            return new ApprovalResult.NotAllowed();
        return await _steps.ApproveAsync(connection => Approve(connection, actor, scope, answer), LoadReport.Watchlist, cancellation);
    }

    /// <summary>
    /// What a gate knows and this store may have forgotten: these entries were taken off. They are suspended, not removed: one gate's
    /// word is enough to stop comparing, and not enough to end what people approved.
    /// </summary>
    internal Task LearnRemovedAsync(GateId gate, IReadOnlyList<EntryId> removed, CancellationToken cancellation) => _steps.TakeAsync(
        connection =>
        {
            var now = _time.GetUtcNow();
            var standing = removed.Select(id => EntrySql.Find(connection, Scope.Joint, id)).OfType<WatchlistEntry>().Where(e => e.State is EntryState.Active).ToArray();
            foreach (var entry in standing)
                _audit.Append(connection, new(AuditAct.EntryRemovalLearned, AuditActor.System, entry.Id.Value, $"gate={gate}"));
            EntrySql.Put(connection, [.. standing.Select(e => e with { State = EntryState.Suspended, Version = e.Version + 1, StoppedAt = now })], now, keepLeaf: true);
            return standing.Length;
        },
        suspended => suspended > 0,
        LoadReport.Watchlist,
        // The gate says it again with its next report.
        unavailable: 0,
        cancellation);

    private ApprovalResult Approve(DbConnection connection, Actor actor, Scope scope, ApprovalAnswer answer)
    {
        var (sheet, _, subject, refusal) = _sheets.Take(connection, actor, SheetKind.Entry, answer);
        if (refusal is not null)
            return refusal;
        var leaves = SheetCheck.LeavesOf(sheet!);
        var asked = subject.Split(' ');
        var entries = asked.Select(id => Find(connection, actor, scope, EntryId.Parse(id))).OfType<WatchlistEntry>().ToArray();
        // Changed while it was being looked at: what was signed is not what stands here.
        if (entries.Length != asked.Length || entries.Any(e => e.State is not EntryState.Pending || !leaves.Contains(Convert.ToBase64String(EntryLeaf.Of(e)))))
            return _sheets.Refuse(connection, actor, SheetKind.Entry, "changed-meanwhile", new ApprovalResult.Gone());
        if (FaultOf(connection, actor, scope, entries) is { } why)
            return _sheets.Refuse(connection, actor, SheetKind.Entry, why);
        var account = OperatorSql.Account(connection, actor.Account)!;
        var now = _time.GetUtcNow();
        foreach (var entry in entries)
            _audit.Append(connection, new(AuditAct.EntryApproved, actor.ForAudit(), entry.Id.Value, $"sheet={sheet!.Id}"));
        EntrySql.Put(
            connection,
            [
                .. entries.Select(e => e with
                {
                    State = EntryState.Active,
                    Version = e.Version + 1,
                    Approver = account.DisplayName,
                    ApproverChain = account.Chain,
                    ApproverAccount = actor.Account.ToString(),
                    ApprovedAt = sheet!.ApprovedAt,
                    Sheet = sheet.Id,
                }),
            ],
            now);
        return new ApprovalResult.Approved(entries.Length);
    }

    /// <summary>The first rule that stands against this person approving all of these now.</summary>
    private string? FaultOf(DbConnection connection, Actor actor, Scope scope, IReadOnlyList<WatchlistEntry> entries)
    {
        var account = OperatorSql.Account(connection, actor.Account);
        var now = _time.GetUtcNow();
        if (EntrySql.CountOpen(connection) > GateOrders.MaxEntries)
            return "list-full";
        foreach (var entry in entries)
        {
            var category = ListCategory.Find(entry.Category)!;
            if (entry.State is not EntryState.Pending)
                return "not-pending";
            if (entry.RequesterAccount == actor.Account.ToString())
                return "own-entry";
            if (!IsWithin(scope, entry))
                return "beyond-directorate";
            if (!HasDocument(connection, scope, entry))
                return "no-document";
            if (!RoleTable.Allows(actor.Role, category.Urgent ? Permission.ApproveUrgentEntries : Permission.ApproveEntries)
                && !RoleTable.Allows(actor.Role, Permission.ApproveEntries))
                return "not-for-this-role";
            // An urgent entry is the room's own matter where its supervisor approves; an approver is of another chain always.
            if (!(category.Urgent && actor.Role is Role.Supervisor) && string.Equals(account?.Chain, entry.RequesterChain, StringComparison.OrdinalIgnoreCase))
                return "one-chain";
            if (entry.ExpiresAt <= now || entry.ExpiresAt - now > category.LongestDuration)
                return "expiry-unfit";
        }
        return null;
    }

    private static Permission DraftingOf(WatchlistEntry entry) =>
        ListCategory.Find(entry.Category) is { Urgent: true } ? Permission.DraftUrgentEntries : Permission.DraftEntries;

    private static Permission ApprovingOf(WatchlistEntry entry) =>
        ListCategory.Find(entry.Category) is { Urgent: true } ? Permission.ApproveUrgentEntries : Permission.ApproveEntries;

    // An entry of the joint room for every gate is no one directorate's to approve.
    private bool IsWithin(Scope scope, WatchlistEntry entry) =>
        scope.IsWhole || entry.Directorate == scope.Directorate || (entry.Gates.Count > 0 && entry.Gates.All(g => _registry.Find(scope, g) is not null));

    private WatchlistEntry? Find(DbConnection connection, Actor actor, Scope scope, EntryId id) =>
        _guard.Find(connection, actor, scope, $"entry/{id}", within => EntrySql.Find(connection, within, id));

    private async Task<Scope?> ApprovingScopeAsync(Actor actor, CancellationToken cancellation) => await _guard.ScopeOfAsync(
        actor, await _guard.MayAsync(actor, Permission.ApproveUrgentEntries, cancellation) ? Permission.ApproveUrgentEntries : Permission.ApproveEntries, cancellation);

    private async Task<EntryResult> MoveAsync(
        Actor actor, EntryId id, long version, Func<WatchlistEntry, Permission> needed, AuditAct act, Func<WatchlistEntry, WatchlistEntry?> move, CancellationToken cancellation,
        Func<DbConnection, Scope, WatchlistEntry, EntryResult?>? check = null)
    {
        if (await _guard.FindAsync(actor, actor.Scope, $"entry/{id}", (c, within) => EntrySql.Find(c, within, id), cancellation) is not { } found)
            // Somebody without permission does not learn which entries exist.
            return await _guard.AllowsAsync(actor, Permission.SuspendEntries, cancellation) ? new EntryResult.NotFound() : new EntryResult.NotAllowed();
        if (await _guard.ScopeOfAsync(actor, needed(found), cancellation) is not { } scope)
            return new EntryResult.NotAllowed();
        return await StepAsync(
            connection => Find(connection, actor, scope, id) is { } entry && entry.Version == version && move(entry) is { } next
                ? check?.Invoke(connection, scope, entry) ?? Keep(connection, actor, act, next with { Version = version + 1 })
                : new EntryResult.Stale(),
            cancellation);
    }

    private EntryResult.Done Keep(DbConnection connection, Actor actor, AuditAct act, WatchlistEntry entry)
    {
        _audit.Append(connection, new(act, actor.ForAudit(), entry.Id.Value, $"category={entry.Category}"));
        EntrySql.Put(connection, [entry], _time.GetUtcNow(), keepLeaf: entry.Sheet is not null);
        return new(entry);
    }

    private Task<EntryResult> StepAsync(Func<DbConnection, EntryResult> work, CancellationToken cancellation) =>
        _steps.TakeAsync(work, r => r is EntryResult.Done, LoadReport.Watchlist, new EntryResult.AuditUnavailable(), cancellation);
}
