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
        Origin = OriginOf(order),
    };

    /// <summary>A retention or recording order as gates get it.</summary>
    internal static KeepingSlice ToKeeping(ActivationOrder order) => new()
    {
        Id = order.Id,
        Kind = order.Kind,
        FromAt = order.FromAt,
        UntilAt = order.UntilAt,
        Hours = order.Hours,
        Origin = OriginOf(order),
    };

    internal static byte[] Of(ActivationOrder order) => order.Kind == OrderKind.Activation ? Leaf.Of(ToSlice(order)) : Leaf.Of(ToKeeping(order));

    private static OrderOrigin OriginOf(ActivationOrder order) => new()
    {
        Requester = order.RequesterAccount,
        Gates = order.Gates,
        InstrumentNumber = order.InstrumentNumber,
        Detail = Convert.ToBase64String(DetailOf(order)),
        Sheet = order.Sheet ?? "",
    };

    private static byte[] DetailOf(ActivationOrder order) => Leaf.Of("order-detail",
    [
        (1, order.Purpose), (2, order.Issuer), (3, order.IssuedOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
        (4, order.Renews?.Value), (5, order.Results),
    ]);
}
