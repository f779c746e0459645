// An order as gates get it, and the hash an approver signs. Used when an approval is asked for and when orders go to gates: the
// two must be the same.
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;
using Bawaba.Proof.Approvals;

namespace Bawaba.Center.Mandates;

internal static class OrderLeaf
{
    internal static ActivationSlice ToSlice(ActivationOrder order) => new()
    {
        Id = order.Id,
        FromAt = order.FromAt,
        UntilAt = order.UntilAt,
        Categories = order.Categories,
        Hours = order.Hours,
        Origin = new OrderOrigin
        {
            Requester = order.RequesterAccount,
            Gates = order.Gates,
            InstrumentNumber = order.InstrumentNumber,
            Detail = Convert.ToBase64String(DetailOf(order)),
            Sheet = order.Sheet ?? "",
        },
    };

    internal static byte[] Of(ActivationOrder order) => Leaf.Of(ToSlice(order));

    private static byte[] DetailOf(ActivationOrder order) => Leaf.Of("order-detail",
    [
        (1, order.Purpose), (2, order.Issuer), (3, order.IssuedOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
        (4, order.Renews?.Value), (5, order.Results),
    ]);
}
