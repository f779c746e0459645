// Many entries at once, from a file. Called by the register's page. Promises: all rows wait for approval afterwards, or none is
// kept and every fault is named with its row; the same rules as for an entry that is typed; the import is one act in the log.
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Bawaba.Center.Approvals;
using Bawaba.Center.Audit;
using Bawaba.Center.Cases;
using Bawaba.Center.Gates;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;
using Bawaba.Contracts;

namespace Bawaba.Center.Watchlists;

/// <summary>Imports of watch-list entries.</summary>
public sealed class ImportDesk
{
    private const int ReportEvery = 500;
    private const int SaltBytes = 16;
    private readonly LiveAnnouncer _announcer;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly GateRegistry _registry;
    private readonly LawWatch _watch;
    private readonly TimeProvider _time;

    internal ImportDesk(LiveAnnouncer announcer, AuditLog audit, SessionGuard guard, GateRegistry registry, LawWatch watch, TimeProvider time)
    {
        _announcer = announcer;
        _audit = audit;
        _guard = guard;
        _registry = registry;
        _watch = watch;
        _time = time;
    }

    /// <summary>Reads the file and keeps it whole, or not at all. Needs <see cref="Permission.DraftEntries"/>.</summary>
    /// <param name="actor">Asks for every entry in it.</param>
    /// <param name="file">CSV or JSON, UTF-8, at most 16 MiB.</param>
    /// <param name="progress">Told how many rows were looked at, of how many.</param>
    /// <param name="cancellation">Stops before anything is kept.</param>
    public async Task<ImportResult> ImportAsync(Actor actor, ReadOnlyMemory<byte> file, Func<int, int, Task> progress, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.DraftEntries, cancellation) is not { } scope)
            return new ImportResult.NotAllowed();
        List<EntryDraft> drafts;
        try
        {
            drafts = ImportFile.Read(file.Span);
        }
        catch (FormatException e)
        {
            return new ImportResult.NoSuchFile(e.Message);
        }
        var (entries, faults) = (new List<ImportedEntry>(drafts.Count), new List<ImportFault>());
        var (ids, outside) = (new HashSet<EntryId>(), new List<GateId>());
        var isGate = _registry.Naming(scope, outside);
        for (var i = 0; i < drafts.Count; i++)
        {
            if (i % ReportEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                await progress(i, drafts.Count);
            }
            Read(drafts[i], i + 1, isGate, ids, entries, faults);
        }
        await progress(drafts.Count, drafts.Count);
        await _guard.NoteOutsideAsync(actor, outside, cancellation);
        try
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(file.Span));
            var report = await _announcer.WriteAsync(connection => Keep(connection, actor, scope, entries, faults, drafts.Count, hash), cancellation);
            await _watch.LookAsync(cancellation);
            return new ImportResult.Read(report);
        }
        catch (DbException)
        {
            return new ImportResult.AuditUnavailable();
        }
    }

    private void Read(EntryDraft draft, int row, Func<GateId, bool> isGate, HashSet<EntryId> ids, List<ImportedEntry> entries, List<ImportFault> faults)
    {
        var now = _time.GetUtcNow();
        var (entry, found) = EntryRules.Read(draft, isGate, $"e-{Guid.CreateVersion7(now):N}", now);
        faults.AddRange(found.Select(f => new ImportFault(row, f.Field, f.Word)));
        // Urgent entries are asked for one by one, in the room.
        if (ListCategory.Find(draft.Category?.Trim()) is { Urgent: true })
            faults.Add(new(row, "category", "unknown"));
        if (entry is null)
            return;
        if (!ids.Add(entry.Id))
            faults.Add(new(row, "id", "used"));
        entries.Add(new(row, entry));
    }

    private (ImportReport Report, IReadOnlyCollection<LiveHint> Hints) Keep(
        DbConnection connection, Actor actor, Scope scope, List<ImportedEntry> entries, List<ImportFault> faults, int rows, string hash)
    {
        var account = OperatorSql.Account(connection, actor.Account);
        if (account is not { Chain.Length: > 0 })
            faults.Add(new(0, "requesterChain", "missing"));
        if (EntrySql.CountOpen(connection) + rows > GateOrders.MaxEntries)
            faults.Add(new(0, "row", "too-long"));
        var known = EntrySql.Ids(connection);
        faults.AddRange(entries.Where(e => known.Contains(e.Entry.Id)).Select(e => new ImportFault(e.Row, "id", "used")));
        var open = entries.Select(e => e.Entry.CaseNumber).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(number => _guard.FindCase(connection, actor, scope, number) is { State: CaseState.Open }).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(entries.Where(e => e.Entry.CaseNumber is { } number && !open.Contains(number)).Select(e => new ImportFault(e.Row, "caseNumber", "unknown")));
        var stored = entries.Select(e => e.Entry.SourceDocumentSha256).Distinct(StringComparer.Ordinal)
            .Where(hash => DocumentSql.IsStored(connection, scope, hash)).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(entries.Where(e => !stored.Contains(e.Entry.SourceDocumentSha256)).Select(e => new ImportFault(e.Row, "sourceDocumentSha256", "not-stored")));
        var kept = faults.Count == 0 ? entries.Count : 0;
        _audit.Append(connection, new(
            AuditAct.EntriesImported, actor.ForAudit(), LoadReport.Watchlist,
            string.Create(CultureInfo.InvariantCulture, $"rows={rows} kept={kept} faults={faults.Count} sha256={hash}")));
        if (kept > 0)
        {
            EntrySql.Put(
                connection,
                [
                    .. entries.Select(e => e.Entry with
                    {
                        Requester = account!.DisplayName,
                        RequesterChain = account.Chain,
                        RequesterAccount = actor.Account.ToString(),
                        Directorate = scope.Directorate,
                        Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes)),
                        State = EntryState.Pending,
                    }),
                ],
                _time.GetUtcNow());
        }
        var report = new ImportReport
        {
            Rows = rows,
            Kept = kept,
            FaultyRows = faults.Select(f => f.Row).Where(r => r > 0).Distinct().Count(),
            Faults = [.. faults.OrderBy(f => f.Row).Take(ImportReport.MaxNamed)],
        };
        return (report, kept > 0 ? [new(LiveKind.List, LoadReport.Watchlist)] : []);
    }

    private sealed record ImportedEntry(int Row, WatchlistEntry Entry);
}
