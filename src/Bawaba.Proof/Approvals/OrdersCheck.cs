// What of the center's orders a gate believes: entries and activations that people approved whose passkeys it has pinned. Used
// by GateMatcher's owner before each change of its list, and by the center so that it never sends what gates would refuse.
// Promises: caps, persons, gates and actions are looked at here, at the gate, whatever the center says.
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;
using Bawaba.Proof.Passkeys;

namespace Bawaba.Proof.Approvals;

/// <summary>Checks a gate's orders against a key ring. Remembers which sheets it has checked; not safe for two threads at once.</summary>
public sealed class OrdersCheck(GateId gate)
{
    /// <summary>The longest time an order may last.</summary>
    public static readonly TimeSpan LongestOrder = TimeSpan.FromDays(30);

    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, CheckedSheet> _checked = new(StringComparer.Ordinal);
    private KeyRing? _ring;

    /// <summary>The approved part of the orders, and a coded word for each thing that was refused.</summary>
    public (IReadOnlyList<ActivationSlice> Activations, IReadOnlyList<ListEntry> Entries, IReadOnlyList<string> Refused) Approved(
        GateOrders orders, KeyRing ring, DateTimeOffset now)
    {
        Take(orders.Sheets, ring);
        var refused = new List<string>();
        var instruments = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var activations = Kept(orders.Activations, a => FaultOf(a, now) ?? (instruments.Add(a.Origin!.InstrumentNumber) ? null : "order-instrument-twice"), refused);
        var entries = Kept(orders.Entries, e => FaultOf(e, now), refused);
        return (activations, entries, refused);
    }

    /// <summary>The approved retention and recording orders, and a coded word for each that was refused.</summary>
    /// <param name="orders">What the center sent.</param>
    /// <param name="activations">The activation orders that are believed: an instrument behind one of them is behind no other order.</param>
    /// <param name="before">For how long this gate kept passages under orders it was sent earlier.</param>
    /// <param name="ring">Whose approvals count.</param>
    /// <param name="now">This gate's time.</param>
    public (IReadOnlyList<KeepingSlice> Keeping, IReadOnlyList<string> Refused) ApprovedKeeping(
        GateOrders orders, IReadOnlyList<ActivationSlice> activations, IReadOnlyList<RetentionSpan> before, KeyRing ring, DateTimeOffset now)
    {
        Take(orders.Sheets, ring);
        var refused = new List<string>();
        var instruments = activations.Select(a => a.Origin!.InstrumentNumber).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // A span of an order that is sent again counts as it was signed.
        var spans = before.Where(s => orders.Keeping.All(k => k.Id != s.Order)).ToList();
        var keeping = Kept(
            [.. orders.Keeping.Take(GateOrders.MaxKeeping)],
            k => FaultOf(k, now) ?? (instruments.Add(k.Origin!.InstrumentNumber) ? FaultOf(k, spans) : "order-instrument-twice"),
            refused);
        if (orders.Keeping.Count > GateOrders.MaxKeeping)
            refused.Add("keeping-too-many");
        return (keeping, refused);
    }

    /// <summary>Signed later than it is now: it was not, or the clock here is behind.</summary>
    public static bool IsFromTheFuture(ApprovalSheet sheet, DateTimeOffset now) => sheet.ApprovedAt > now + ClockSlack;

    private static List<T> Kept<T>(IReadOnlyList<T> all, Func<T, string?> faultOf, List<string> refused)
    {
        var kept = new List<T>(all.Count);
        foreach (var one in all)
        {
            if (faultOf(one) is { } fault)
                refused.Add(fault);
            else
                kept.Add(one);
        }
        return kept;
    }

    private void Take(IReadOnlyList<ApprovalSheet> sheets, KeyRing ring)
    {
        if (!ReferenceEquals(ring, _ring))
            _checked.Clear();
        _ring = ring;
        foreach (var gone in _checked.Keys.Except(sheets.Select(s => s.Id), StringComparer.Ordinal).ToArray())
            _checked.Remove(gone);
        foreach (var sheet in sheets)
        {
            if (!_checked.TryGetValue(sheet.Id, out var known) || known.Sheet != sheet)
                _checked[sheet.Id] = Check(sheet, ring);
        }
    }

    private static CheckedSheet Check(ApprovalSheet sheet, KeyRing ring)
    {
        try
        {
            return new(sheet, SheetCheck.Check(sheet, ring), SheetCheck.LeavesOf(sheet));
        }
        catch (PasskeyException)
        {
            return new(sheet, null, new HashSet<string>(StringComparer.Ordinal));
        }
    }

    private string? FaultOf(ListEntry entry, DateTimeOffset now)
    {
        if (entry.Origin is not { } origin)
            return "entry-unsigned";
        if (Signed(origin.Sheet, SheetKind.Entry, Leaf.Of(entry), now) is not var (sheet, key))
            return "entry-not-approved";
        if (ListCategory.Find(entry.Category) is not { } category || !category.Actions.Contains(entry.PermittedAction, StringComparer.Ordinal))
            return "entry-of-no-category";
        if (entry.ExpiresAt - sheet.ApprovedAt > category.LongestDuration)
            return "entry-too-long";
        if (origin.Gates.Count > 0 && !origin.Gates.Contains(gate))
            return "entry-for-other-gates";
        if (string.Equals(key.Account, origin.Requester, StringComparison.Ordinal))
            return "entry-approved-by-requester";
        if (category.Urgent && key.Office == Office.Supervisor)
            return null;
        if (key.Office != Office.Approver)
            return "entry-approved-by-no-approver";
        return string.Equals(key.Chain, origin.RequesterChain, StringComparison.OrdinalIgnoreCase) ? "entry-approved-in-one-chain" : null;
    }

    private string? FaultOf(ActivationSlice order, DateTimeOffset now)
    {
        if (order.Origin is not { } origin)
            return "order-unsigned";
        if (Signed(origin.Sheet, SheetKind.Order, Leaf.Of(order), now) is not var (_, key))
            return "order-not-approved";
        if (order.UntilAt - order.FromAt > LongestOrder)
            return "order-too-long";
        if (!origin.Gates.Contains(gate))
            return "order-for-other-gates";
        if (key.Office != Office.Approver)
            return "order-approved-by-no-approver";
        return string.Equals(key.Account, origin.Requester, StringComparison.Ordinal) ? "order-approved-by-requester" : null;
    }

    private string? FaultOf(KeepingSlice order, DateTimeOffset now)
    {
        if (order.Kind is not (OrderKind.Retention or OrderKind.Recording))
            return "keeping-of-no-kind";
        if (order.Origin is not { } origin)
            return "keeping-unsigned";
        if (Signed(origin.Sheet, SheetKind.Order, Leaf.Of(order), now) is not var (_, key))
            return "keeping-not-approved";
        if (order.UntilAt - order.FromAt > KeepingLimits.LongestOf(order.Kind))
            return "keeping-too-long";
        if (!origin.Gates.Contains(gate))
            return "keeping-for-other-gates";
        if (key.Office != Office.Approver)
            return "keeping-approved-by-no-approver";
        return string.Equals(key.Account, origin.Requester, StringComparison.Ordinal) ? "keeping-approved-by-requester" : null;
    }

    private static string? FaultOf(KeepingSlice order, List<RetentionSpan> spans)
    {
        if (order.Kind is not OrderKind.Retention)
            return null;
        var span = new RetentionSpan(order.Id, order.FromAt, order.UntilAt);
        if (!KeepingLimits.Allow(spans.Append(span)))
            return "keeping-too-often";
        spans.Add(span);
        return null;
    }

    private (ApprovalSheet Sheet, ApproverKey Key)? Signed(string sheet, string kind, byte[] leaf, DateTimeOffset now) =>
        _checked.TryGetValue(sheet, out var found) && found.Key is { } key
        && string.Equals(found.Sheet.Kind, kind, StringComparison.Ordinal)
        && !IsFromTheFuture(found.Sheet, now)
        && found.Leaves.Contains(Convert.ToBase64String(leaf))
            ? (found.Sheet, key)
            : null;

    private sealed record CheckedSheet(ApprovalSheet Sheet, ApproverKey? Key, IReadOnlySet<string> Leaves);
}
