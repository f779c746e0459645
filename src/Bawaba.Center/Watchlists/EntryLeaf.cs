// An entry as gates get it, and the hash an approver signs. Used when an approval is asked for and when the list goes to gates:
// the two must be the same.
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;
using Bawaba.Proof.Approvals;

namespace Bawaba.Center.Watchlists;

internal static class EntryLeaf
{
    internal static ListEntry ToListEntry(WatchlistEntry entry) => new()
    {
        Id = entry.Id,
        Plate = entry.Plate ?? throw new ArgumentException("the entry was erased", nameof(entry)),
        Category = entry.Category,
        PermittedAction = entry.PermittedAction,
        ExpiresAt = entry.ExpiresAt,
        Vehicle = entry.Vehicle,
        Colour = entry.Colour,
        Origin = new EntryOrigin
        {
            Requester = entry.RequesterAccount,
            RequesterChain = entry.RequesterChain,
            Gates = entry.Gates,
            Detail = Convert.ToBase64String(DetailOf(entry)),
            Sheet = entry.Sheet ?? "",
        },
    };

    internal static byte[] Of(WatchlistEntry entry) => Leaf.Of(ToListEntry(entry));

    private static byte[] DetailOf(WatchlistEntry entry) => Leaf.Of("entry-detail",
    [
        (1, entry.Salt), (2, entry.LegalBasis), (3, entry.InstrumentNumber), (4, entry.IssuedBy),
        (5, entry.IssuedOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), (6, entry.Purpose),
        (7, entry.SourceDocumentSha256), (8, entry.CaseNumber),
        (9, entry.PersonName), (10, entry.PersonDocument),
    ]);
}
