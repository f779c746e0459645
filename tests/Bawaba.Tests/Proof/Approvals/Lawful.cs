// People with software passkeys, and what they approved: for tests of what gates and center believe.
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;
using Bawaba.Proof.Approvals;
using Bawaba.Proof.Passkeys;

namespace Bawaba.Tests.Proof.Approvals;

internal sealed class Lawful : IDisposable
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    internal static readonly GateId Gate = GateId.Parse("north");
    internal static readonly RelyingParty Party = new() { Id = "room.example" };
    internal const string Requester = "requester";
    private readonly Dictionary<string, SoftwarePasskey> _passkeys = new(StringComparer.Ordinal);
    private int _sheets;

    internal Lawful() => Ring = new()
    {
        Number = 1,
        Host = Party.Id,
        Keys =
        [
            Key("approver-1", Office.Approver, "prosecution"), Key("approver-2", Office.Approver, "court"),
            Key("supervisor", Office.Supervisor, "room"), Key("auditor", Office.Auditor, "oversight"),
        ],
    };

    internal KeyRing Ring { get; set; }

    internal ApproverKey Key(string person, string office, string chain)
    {
        if (!_passkeys.TryGetValue(person, out var passkey))
            _passkeys[person] = passkey = SoftwarePasskey.Make(Party);
        return new() { Credential = passkey.Key.Id, Point = passkey.Key.Point, Account = person, Office = office, Chain = chain };
    }

    internal ApprovalSheet Sign(string person, string kind, byte[][] leaves, DateTimeOffset? at = null, string? asPerson = null)
    {
        var unsigned = new ApprovalSheet
        {
            Id = $"sheet-{++_sheets}",
            Kind = kind,
            Approver = asPerson ?? person,
            ApprovedAt = at ?? Now.AddDays(-1),
            Leaves = Convert.ToBase64String([.. leaves.SelectMany(l => l)]),
            Credential = "",
            AuthenticatorData = "",
            ClientData = "",
            Signature = "",
        };
        var signed = _passkeys[person].Sign(SheetCheck.ChallengeOf(unsigned));
        return unsigned with
        {
            Credential = signed.Credential,
            AuthenticatorData = Convert.ToBase64String(signed.AuthenticatorData),
            ClientData = Convert.ToBase64String(signed.ClientDataJson),
            Signature = Convert.ToBase64String(signed.Signature),
        };
    }

    internal static ListEntry Entry(string id = "entry-1", string plate = "5-12345") => new()
    {
        Id = EntryId.Parse(id),
        Plate = new(plate),
        Category = ListCategory.StolenVehicle.Code,
        PermittedAction = PermittedAction.StopAndNotify,
        ExpiresAt = Now.AddDays(20),
        Origin = new() { Requester = Requester, RequesterChain = "police", Detail = Convert.ToBase64String(new byte[32]), Sheet = "" },
    };

    internal static ActivationSlice Order(string id = "order-1", string instrument = "118/2026") => new()
    {
        Id = MandateId.Parse(id),
        FromAt = Now.AddDays(-1),
        UntilAt = Now.AddDays(10),
        Categories = [ListCategory.StolenVehicle.Code, ListCategory.KidnappingUrgent.Code],
        Origin = new() { Requester = Requester, Gates = [Gate], InstrumentNumber = instrument, Detail = Convert.ToBase64String(new byte[32]), Sheet = "" },
    };

    /// <summary>Orders with one order and these entries, each approved by this person.</summary>
    internal GateOrders Orders(IReadOnlyList<ListEntry> entries, string by = "approver-1", DateTimeOffset? at = null, ActivationSlice? order = null)
    {
        order ??= Order();
        var forOrder = Sign("approver-2", SheetKind.Order, [Leaf.Of(order)]);
        var forEntries = entries.Count > 0 ? Sign(by, SheetKind.Entry, [.. entries.Select(Leaf.Of)], at) : null;
        return new()
        {
            Version = ++_sheets,
            IssuedAt = Now,
            Activations = [order with { Origin = order.Origin! with { Sheet = forOrder.Id } }],
            Entries = [.. entries.Select(e => e with { Origin = e.Origin! with { Sheet = forEntries!.Id } })],
            Ring = Ring,
            Sheets = forEntries is null ? [forOrder] : [forOrder, forEntries],
        };
    }

    /// <summary>The ring that follows <see cref="Ring"/>, agreed to by these people.</summary>
    internal KeyRing Next(IReadOnlyList<ApproverKey> keys, params string[] agreed)
    {
        var next = new KeyRing { Number = Ring.Number + 1, Host = Party.Id, Keys = keys };
        return next with { Sheets = [.. agreed.Select(person => Sign(person, SheetKind.KeyRing, [Leaf.Of(next)]))] };
    }

    public void Dispose()
    {
        foreach (var passkey in _passkeys.Values)
            passkey.Dispose();
    }
}
