// Tells whether a gate has its orders already: an ETag over everything in them but the instant. Used by GateDoor.
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Bawaba.Contracts;

namespace Bawaba.Center.Intake;

internal static class OrdersTag
{
    private const int HashBytes = 12;

    // The version stands for mandates, list and approvals, which are long; officers and decisions are short and have none.
    internal static string Of(GateOrders orders)
    {
        var rest = JsonSerializer.SerializeToUtf8Bytes(
            orders with { IssuedAt = DateTimeOffset.UnixEpoch, Entries = [], Activations = [], Keeping = [], Ring = null, RingsBefore = [], Sheets = [], Removed = [] }, ContractsJson.Default.GateOrders);
        return string.Create(CultureInfo.InvariantCulture, $"\"{orders.Version}-{Convert.ToHexStringLower(SHA256.HashData(rest).AsSpan(0, HashBytes))}\"");
    }
}
