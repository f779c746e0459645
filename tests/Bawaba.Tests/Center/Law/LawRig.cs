// A center under people's own law: a founded key ring, people of every office with software passkeys, and what they do with
// them. The rules are the desks'; here are only the hands.
using System.Buffers.Text;
using Bawaba.Center.Approvals;
using Bawaba.Center.Mandates;
using Bawaba.Center.Operators;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;
using Bawaba.Proof.Passkeys;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Tests.Center.Law;

internal sealed class LawRig : IAsyncDisposable
{
    internal static readonly RelyingParty Party = new() { Id = "room.example", Origins = ["https://room.example"] };
    private static readonly byte[] Paper = "%PDF-1.7\n"u8.ToArray();
    private readonly Dictionary<AccountId, SoftwarePasskey> _passkeys = [];
    private int _drafts;

    private LawRig(CenterRig center) => Center = center;

    internal CenterRig Center { get; }

    /// <summary>Hash of the document that is stored and every draft rests on.</summary>
    internal static string Document { get; } = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Paper));

    internal Actor Administrator { get; private set; } = null!;

    internal Actor Registrar { get; private set; } = null!;

    internal Actor Commander { get; private set; } = null!;

    internal Actor Approver { get; private set; } = null!;

    internal Actor Approver2 { get; private set; } = null!;

    internal Actor Supervisor { get; private set; } = null!;

    internal Actor Auditor { get; private set; } = null!;

    internal CancellationToken Cancellation => Center.Cancellation;

    internal EntryDesk Entries => Center.Get<EntryDesk>();

    internal MandateDesk Orders => Center.Get<MandateDesk>();

    internal static async Task<LawRig> StartAsync(bool founded = true, Action<CenterRig>? arrange = null, Action<IServiceCollection>? register = null)
    {
        var rig = new LawRig(await CenterRig.StartAsync(arrange, register, change: o => o with { FilesAreLaw = false, Passkeys = Party }));
        rig.Administrator = await rig.Center.SignedInAsync(Role.Administrator);
        rig.Registrar = await rig.Center.SignedInAsync(Role.Registrar, "police");
        rig.Commander = await rig.Center.SignedInAsync(Role.Commander, "police");
        rig.Approver = await rig.Center.SignedInAsync(Role.Approver, "prosecution");
        rig.Approver2 = await rig.Center.SignedInAsync(Role.Approver, "court");
        rig.Supervisor = await rig.Center.SignedInAsync(Role.Supervisor, "room");
        rig.Auditor = await rig.Center.SignedInAsync(Role.Auditor, "oversight");
        Assert.IsType<DocumentResult.Stored>(await rig.Center.Get<DocumentDesk>().StoreAsync(rig.Registrar, Paper, rig.Cancellation));
        foreach (var person in new[] { rig.Approver, rig.Approver2, rig.Supervisor, rig.Auditor })
            await rig.RegisterAsync(person);
        if (founded)
            Assert.IsType<KeyRingResult.Done>(await rig.Center.Get<KeyRingDesk>().FoundAsync(rig.Administrator, rig.Cancellation));
        return rig;
    }

    internal async Task RegisterAsync(Actor actor)
    {
        var asked = Assert.IsType<PasskeyResult.Asked>(await Center.Get<PasskeyDesk>().AskAsync(actor, Cancellation));
        var passkey = SoftwarePasskey.Make(Party);
        Assert.IsType<PasskeyResult.Done>(await Center.Get<PasskeyDesk>().AddAsync(
            actor, asked.Question.Id, "test", passkey.Register(Base64Url.DecodeFromChars(asked.Question.Challenge)), Cancellation));
        _passkeys[actor.Account] = passkey;
    }

    internal SoftwarePasskey PasskeyOf(Actor actor) => _passkeys[actor.Account];

    /// <summary>The answer of this person's passkey.</summary>
    internal ApprovalAnswer Answer(Actor by, ApprovalResult asked) => Answer(PasskeyOf(by), Assert.IsType<ApprovalResult.Asked>(asked).Question);

    internal static ApprovalAnswer Answer(SoftwarePasskey passkey, ApprovalQuestion question)
    {
        var signed = passkey.Sign(Base64Url.DecodeFromChars(question.Challenge));
        return new()
        {
            Id = question.Id,
            Credential = signed.Credential,
            AuthenticatorData = Base64Url.EncodeToString(signed.AuthenticatorData),
            ClientData = Base64Url.EncodeToString(signed.ClientDataJson),
            Signature = Base64Url.EncodeToString(signed.Signature),
        };
    }

    internal EntryDraft Draft(string plate = "5-12345") => new()
    {
        Plate = plate,
        Category = ListCategory.StolenVehicle.Code,
        LegalBasis = "Penal code, article 444",
        InstrumentNumber = $"R-{++_drafts}",
        IssuedBy = "Northern prosecution",
        IssuedOn = "2026-11-20",
        Purpose = "Find a vehicle reported stolen",
        PermittedAction = PermittedAction.StopAndNotify,
        ExpiresAt = "2026-12-20T09:00:00Z",
        SourceDocumentSha256 = Document,
    };

    internal OrderDraft OrderDraft(string? instrument = null) => new()
    {
        Purpose = "Stolen vehicles on the northern road",
        InstrumentNumber = instrument ?? $"O-{++_drafts}",
        Issuer = "Public prosecutor",
        IssuedOn = "2026-11-20",
        Gates = "north",
        Categories = $"{ListCategory.StolenVehicle.Code},{ListCategory.KidnappingUrgent.Code}",
        FromAt = "2026-11-25T00:00:00Z",
        UntilAt = "2026-12-20T00:00:00Z",
    };

    /// <summary>An entry that waits for approval.</summary>
    internal async Task<WatchlistEntry> PendingAsync(EntryDraft? draft = null, Actor? by = null)
    {
        var entry = Done(await Entries.DraftAsync(by ?? Registrar, draft ?? Draft(), 0, Cancellation));
        return Done(await Entries.SubmitAsync(by ?? Registrar, entry.Id, entry.Version, Cancellation));
    }

    /// <summary>An entry in force.</summary>
    internal async Task<WatchlistEntry> ActiveAsync(EntryDraft? draft = null, Actor? by = null)
    {
        var entry = await PendingAsync(draft, by);
        Assert.IsType<ApprovalResult.Approved>(await ApproveAsync(Approver, entry.Id));
        return Center.Get<WatchlistBook>().Find(entry.Id)!;
    }

    internal async Task<ApprovalResult> ApproveAsync(Actor by, params EntryId[] ids)
    {
        var asked = await Entries.AskAsync(by, ids, Cancellation);
        return asked is ApprovalResult.Asked ? await Entries.ApproveAsync(by, Answer(by, asked), Cancellation) : asked;
    }

    internal async Task<ActivationOrder> PendingOrderAsync(OrderDraft? draft = null, Actor? by = null)
    {
        var order = Done(await Orders.DraftAsync(by ?? Commander, draft ?? OrderDraft(), 0, Cancellation));
        return Done(await Orders.SubmitAsync(by ?? Commander, order.Id, order.Version, Cancellation));
    }

    internal async Task<ActivationOrder> ApprovedOrderAsync(OrderDraft? draft = null, Actor? by = null)
    {
        var order = await PendingOrderAsync(draft, by);
        Assert.IsType<ApprovalResult.Approved>(await Orders.ApproveAsync(Approver, Answer(Approver, await Orders.AskAsync(Approver, order.Id, Cancellation)), Cancellation));
        return Center.Get<MandateBook>().Find(order.Id)!;
    }

    internal Task<GateOrders> OrdersOfAsync(GateId gate) => Center.Get<ICenterLink>().GetOrdersAsync(gate, Cancellation);

    internal static WatchlistEntry Done(EntryResult result) => Assert.IsType<EntryResult.Done>(result).Entry;

    internal static ActivationOrder Done(OrderResult result) => Assert.IsType<OrderResult.Done>(result).Order;

    /// <summary>The last act in the audit log.</summary>
    internal async Task<string> LastActAsync() => (await Center.ActsAsync())[^1];

    public async ValueTask DisposeAsync()
    {
        foreach (var passkey in _passkeys.Values)
            passkey.Dispose();
        await Center.DisposeAsync();
    }
}
