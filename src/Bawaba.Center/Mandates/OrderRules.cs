// The rules on what an activation order must say before anybody may approve it. Pure. Asked by MandateDesk. The caps are looked
// at again by every gate.
using System.Globalization;
using Bawaba.Center.Sources;
using Bawaba.Contracts;
using Bawaba.Proof.Approvals;

namespace Bawaba.Center.Mandates;

internal static class OrderRules
{
    /// <summary>The hours of an order are on these clocks.</summary>
    internal const string Zone = "Africa/Tripoli";

    internal static (ActivationOrder? Order, IReadOnlyList<DraftFault> Faults) Read(OrderDraft draft, Func<GateId, bool> isGate, string mintedId, DateTimeOffset now)
    {
        var read = new DraftReader();
        var order = new ActivationOrder
        {
            Id = Id(read, draft.Id, mintedId),
            Kind = Kind(read, draft.Kind),
            Purpose = read.Text("purpose", draft.Purpose),
            InstrumentNumber = read.Text("instrumentNumber", draft.InstrumentNumber),
            Issuer = read.Text("issuer", draft.Issuer),
            IssuedOn = read.Day("issuedOn", draft.IssuedOn),
            Requester = "",
            Approver = "",
            Gates = read.Ids("gates", draft.Gates, isGate),
            Categories = Categories(read, draft.Categories),
            FromAt = read.Instant("fromAt", draft.FromAt),
            UntilAt = read.Instant("untilAt", draft.UntilAt),
            Hours = Hours(read, draft),
            Renews = Renewed(read, draft.Renews),
            Results = read.OptionalText("results", draft.Results, 1_000),
        };
        Check(read, order, now);
        return read.Faults.Count > 0 ? (null, read.Faults) : (order, []);
    }

    private static MandateId Id(DraftReader read, string? typed, string minted)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return MandateId.Parse(minted);
        if (!MandateId.TryParse(typed.Trim(), out var id))
            read.Fault("id", "unfit");
        return id;
    }

    private static string Kind(DraftReader read, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return OrderKind.Activation;
        if (!OrderKind.All.Contains(typed.Trim(), StringComparer.Ordinal))
            read.Fault("kind", "unknown");
        return typed.Trim();
    }

    private static MandateId? Renewed(DraftReader read, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (MandateId.TryParse(typed.Trim(), out var id))
            return id;
        read.Fault("renews", "unfit");
        return null;
    }

    private static string[] Categories(DraftReader read, string? typed)
    {
        var codes = (typed ?? "").Split([',', '،', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToArray();
        if (codes.Any(code => ListCategory.Find(code) is null))
            read.Fault("categories", "unknown");
        return codes;
    }

    private static DayHours? Hours(DraftReader read, OrderDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.HoursFrom) && string.IsNullOrWhiteSpace(draft.HoursUntil))
            return null;
        var (from, until) = (Minute(read, "hoursFrom", draft.HoursFrom), Minute(read, "hoursUntil", draft.HoursUntil));
        if (from == until)
            read.Fault("hoursUntil", "unfit");
        return new() { FromMinute = from, UntilMinute = until, Zone = Zone };
    }

    private static int Minute(DraftReader read, string field, string? typed)
    {
        if (TimeOnly.TryParseExact(typed?.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return (clock.Hour * 60) + clock.Minute;
        read.Fault(field, "unfit");
        return 0;
    }

    private static void Check(DraftReader read, ActivationOrder order, DateTimeOffset now)
    {
        if (order.Gates.Count == 0 && read.Faults.All(f => f.Field != "gates"))
            read.Fault("gates", "missing");
        if (order.Kind == OrderKind.Activation && order.Categories.Count == 0)
            read.Fault("categories", "missing");
        // What is kept is kept of everybody who passes: categories of a list say nothing there.
        if (order.Kind != OrderKind.Activation && order.Categories.Count > 0)
            read.Fault("categories", "not-for-kind");
        if (order.Renews is not null && order.Results is null)
            read.Fault("results", "missing");
        if (order.FromAt == default || order.UntilAt == default)
            return;
        if (order.UntilAt <= order.FromAt || order.UntilAt <= now)
            read.Fault("untilAt", "past");
        else if (order.UntilAt - order.FromAt > KeepingLimits.LongestOf(order.Kind))
            read.Fault("untilAt", "too-long");
        if (order.IssuedOn > DateOnly.FromDateTime(order.FromAt.AddDays(1).UtcDateTime))
            read.Fault("issuedOn", "future");
    }
}
