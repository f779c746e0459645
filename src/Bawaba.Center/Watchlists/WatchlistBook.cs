// The entries and the sheets they were approved by, from memory. Asked by the slices for gates, by intake and by the second look.
using System.Collections.Frozen;
using Bawaba.Center.Approvals;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;
using Bawaba.Proof.Approvals;

namespace Bawaba.Center.Watchlists;

internal sealed class WatchlistBook(CenterStore store, TimeProvider time) : ILawPart
{
    private volatile Holding _holding = new([], FrozenDictionary<EntryId, WatchlistEntry>.Empty, FrozenDictionary<string, ApprovalSheet>.Empty, [], null, 0);

    public string Part => EntrySql.Part;

    /// <summary>Those within the scope, drafts and removed ones too.</summary>
    internal IEnumerable<WatchlistEntry> Within(Scope scope) => All.Where(e => scope.Sees(e.Directorate));

    /// <summary>Whosever they are, for the center itself.</summary>
    internal IReadOnlyList<WatchlistEntry> All => _holding.Entries;

    /// <summary>Since when nothing is compared because the store came out of a backup; null: it is compared.</summary>
    internal DateTimeOffset? HeldSince => _holding.HeldSince;

    /// <summary>Hashes of the documents that were stored within the scope.</summary>
    internal IReadOnlySet<string> DocumentsWithin(Scope scope) =>
        _holding.Documents.Where(d => scope.Sees(d.Directorate)).Select(d => d.Hash).ToHashSet(StringComparer.Ordinal);

    /// <summary>Grows with each reading.</summary>
    internal long Version => _holding.Version;

    /// <summary>Whosever it is: for judging hits.</summary>
    internal WatchlistEntry? Find(EntryId id) => _holding.ById.GetValueOrDefault(id);

    internal ApprovalSheet? Sheet(string? id) => id is null ? null : _holding.Sheets.GetValueOrDefault(id);

    public async Task LoadAsync(CancellationToken cancellation)
    {
        var (entries, sheets, documents, held) = await store.ReadAsync(
            c => (EntrySql.All(c, time.GetUtcNow()), ApprovalSql.Sheets(c, SheetKind.Entry), DocumentSql.Owned(c), EntrySql.HeldSince(c)), cancellation);
        _holding = new(
            entries,
            entries.ToFrozenDictionary(e => e.Id),
            sheets.ToFrozenDictionary(s => s.Id, StringComparer.Ordinal),
            documents,
            held,
            _holding.Version + 1);
    }

    private sealed record Holding(
        IReadOnlyList<WatchlistEntry> Entries, FrozenDictionary<EntryId, WatchlistEntry> ById, FrozenDictionary<string, ApprovalSheet> Sheets,
        IReadOnlyList<(string Hash, DirectorateId? Directorate)> Documents, DateTimeOffset? HeldSince, long Version);
}
