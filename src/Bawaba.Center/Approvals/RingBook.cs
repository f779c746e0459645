// The key rings that stand, from memory. Asked by every approval and by what is told to gates.
using Bawaba.Center.Storage;
using Bawaba.Contracts.Approvals;

namespace Bawaba.Center.Approvals;

internal sealed class RingBook(CenterStore store) : ILawPart
{
    private volatile IReadOnlyList<KeyRing> _rings = [];

    public string Part => "ring";

    internal KeyRing? Current => _rings.Count > 0 ? _rings[^1] : null;

    /// <summary>Oldest first; a gate that has an old one follows them one by one.</summary>
    internal IReadOnlyList<KeyRing> All => _rings;

    public async Task LoadAsync(CancellationToken cancellation) => _rings = await store.ReadAsync(ApprovalSql.Rings, cancellation);
}
