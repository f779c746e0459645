// The orders and the sheets they were approved by, from memory. Asked by the slices for gates, by intake and by the second look.
using System.Collections.Frozen;
using Bawaba.Center.Approvals;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;
using Bawaba.Proof.Approvals;

namespace Bawaba.Center.Mandates;

internal sealed class MandateBook(CenterStore store) : ILawPart
{
    private volatile Holding _holding = new([], FrozenDictionary<string, ApprovalSheet>.Empty, 0);

    public string Part => OrderSql.Part;

    /// <summary>Those within the scope, drafts and ended ones too.</summary>
    internal IReadOnlyList<ActivationOrder> Within(Scope scope) => scope.IsWhole ? All : [.. All.Where(o => scope.Sees(o.Directorate))];

    /// <summary>Whosever they are, for the center itself.</summary>
    internal IReadOnlyList<ActivationOrder> All => _holding.Orders;

    /// <summary>Grows with each reading.</summary>
    internal long Version => _holding.Version;

    /// <summary>Whosever it is: for judging hits.</summary>
    internal ActivationOrder? Find(MandateId id) => _holding.Orders.FirstOrDefault(o => o.Id == id);

    internal ApprovalSheet? Sheet(string? id) => id is null ? null : _holding.Sheets.GetValueOrDefault(id);

    public async Task LoadAsync(CancellationToken cancellation)
    {
        var (orders, sheets) = await store.ReadAsync(c => (OrderSql.All(c), ApprovalSql.Sheets(c, SheetKind.Order)), cancellation);
        _holding = new(orders, sheets.ToFrozenDictionary(s => s.Id, StringComparer.Ordinal), _holding.Version + 1);
    }

    private sealed record Holding(IReadOnlyList<ActivationOrder> Orders, FrozenDictionary<string, ApprovalSheet> Sheets, long Version);
}
