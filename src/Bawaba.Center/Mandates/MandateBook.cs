// The orders in force, from memory. Asked by the slices for gates, by intake and by the second look.
using Bawaba.Center.Sources;
using Bawaba.Contracts;

namespace Bawaba.Center.Mandates;

internal sealed class MandateBook(SourceBook<IReadOnlyList<ActivationOrder>> book)
{
    internal IReadOnlyList<ActivationOrder> Orders => book.Content;

    internal LoadReport Report => book.Report;

    internal long Version => book.Version;

    internal ActivationOrder? Find(MandateId id) => book.Content.FirstOrDefault(o => o.Id == id);

    internal Task LoadAsync(CancellationToken cancellation) => book.LoadAsync(cancellation);
}
