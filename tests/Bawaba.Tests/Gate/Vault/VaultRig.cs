// A gate's list, its vault and the people at it, on a real outbox in a folder of its own, which can be started anew.
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;
using Bawaba.Contracts.Officers;
using Bawaba.Gate;
using Bawaba.Gate.Approvals;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Officers;
using Bawaba.Gate.Outbox;
using Bawaba.Gate.Vault;
using Bawaba.Proof.Sealing;
using Bawaba.Tests.Gate.Matching;
using Bawaba.Tests.Proof.Approvals;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Tests.Gate.Vault;

internal sealed class VaultRig : IAsyncDisposable
{
    internal const string Plate = "5-12345";
    private readonly TempFolder _folder = new();
    private GateOutbox _outbox = null!;

    internal VaultRig(byte[]? machineSecret = null) => Start(machineSecret);

    internal Lawful Law { get; } = new();

    internal TwoClocks Clock { get; private set; } = new(Lawful.Now);

    internal string Folder => _folder.Path;

    internal GateMatcher Matcher { get; private set; } = null!;

    internal OfficerBook Officers { get; private set; } = null!;

    internal HitBoard Board { get; private set; } = null!;

    internal ActWriter ActWriter { get; private set; } = null!;

    internal ListVault Vault { get; private set; } = null!;

    internal OrdersKeeper Keeper { get; private set; } = null!;

    internal ListDesk Desk { get; private set; } = null!;

    internal static ListKey Key(byte fill = 7) => new(Convert.ToBase64String([.. Enumerable.Repeat(fill, SealingKey.Bytes)]));

    /// <summary>What the center says now: one entry under one order, with its key for the list.</summary>
    internal GateOrders Orders(ListKey? key = null) => Law.Orders([Lawful.Entry(plate: Plate)]) with { IssuedAt = Clock.GetUtcNow(), ListKey = key ?? Key() };

    /// <summary>A new start of the gate's program on the same disk.</summary>
    /// <param name="machineSecret">Of the machine.</param>
    /// <param name="wall">What its clock shows; null: as before.</param>
    internal void Start(byte[]? machineSecret = null, DateTimeOffset? wall = null)
    {
        _outbox?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Vault?.Dispose();
        // The clock that cannot be set begins anew with the machine.
        Clock = new(wall ?? Clock.GetUtcNow());
        _outbox = GateOutbox.Open(_folder.File("outbox.db"), Lawful.Gate, Clock, NullLogger.Instance);
        Matcher = new(Clock);
        Officers = new(_folder.File("officers.json"), Clock, NullLogger.Instance);
        Vault = new(Lawful.Gate, Folder, machineSecret, Clock, NullLogger.Instance);
        Board = new(Clock);
        Keeper = new(Matcher, new ApproverBook(Lawful.Gate, _folder.File("approvers.json"), Clock, NullLogger.Instance), Officers, Board, Vault, Clock);
        ActWriter = new(_outbox, TimeProvider.System);
        Desk = new(Keeper, Vault, Matcher, ActWriter, Clock);
        Keeper.TakeKept();
    }

    /// <summary>The hits of one vehicle with the listed plate.</summary>
    internal int Hits() => Matcher.Match(A.Passage(at: Clock.GetUtcNow()), 0, Clock.GetUtcNow()).Count;

    internal static OfficerSession Session(string account, GateDuty duty = GateDuty.Officer) => new()
    {
        Id = $"session-of-{account}",
        Officer = new() { Account = account, UserName = account, DisplayName = account, PasswordHash = "none", Duty = duty },
        Address = "192.0.2.7",
        ExpiresAt = DateTimeOffset.MaxValue,
    };

    internal static OfficerSession Supervisor => Session("supervisor-1", GateDuty.Supervisor);

    /// <summary>What waits for the center of officers' acts.</summary>
    internal IReadOnlyList<(OfficerActKind Kind, string Detail)> Acts() => [.. OfficerActs().Select(a => (a.Kind, a.Detail))];

    internal IReadOnlyList<OfficerAct> OfficerActs() => [.. _outbox.Peek(100).Select(r => r.Act).OfType<OfficerAct>()];

    public async ValueTask DisposeAsync()
    {
        Vault.Dispose();
        Law.Dispose();
        await _outbox.DisposeAsync();
        _folder.Dispose();
    }
}
