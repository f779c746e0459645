// mandates.json of the demo city and of trials, as it was last read. Taken into force by FiledLaw.
using Bawaba.Center.Sources;

namespace Bawaba.Center.Mandates;

internal sealed class MandateFile(SourceBook<IReadOnlyList<ActivationOrder>> book)
{
    internal IReadOnlyList<ActivationOrder> Orders => book.Content;

    internal LoadReport Report => book.Report;

    internal Task LoadAsync(CancellationToken cancellation) => book.LoadAsync(cancellation);
}
