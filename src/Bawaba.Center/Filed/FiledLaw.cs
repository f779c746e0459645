// The demo city's and trials' law: what stands in mandates.json and watchlist.json is taken as if people had written and
// approved it, with passkeys the center makes itself. Called when a file was read. Promises: never beside people's own key ring;
// the same documents, sheets and checks as everywhere, so that gates cannot tell and need no other way; taken whole or not at all.
using System.Data.Common;
using Bawaba.Center.Approvals;
using Bawaba.Center.Audit;
using Bawaba.Center.Mandates;
using Bawaba.Center.Sources;
using Bawaba.Center.Storage;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts.Approvals;
using Bawaba.Proof.Approvals;
using Bawaba.Proof.Passkeys;

namespace Bawaba.Center.Filed;

internal sealed class FiledLaw(
    CenterStore store, AuditLog audit, MandateFile mandates, WatchlistFile watchlist, LawWatch watch, TimeProvider time)
{
    // Nobody's accounts: they cannot sign in, for there is no row of them.
    private static readonly string Requester = new Guid(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]).ToString("N");
    private static readonly (string Name, string Office, string Account)[] People =
    [
        ("approver", Office.Approver, new Guid(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]).ToString("N")),
        ("approver-2", Office.Approver, new Guid(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, 3]).ToString("N")),
        ("auditor", Office.Auditor, new Guid(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, 4]).ToString("N")),
    ];

    private static readonly RelyingParty Party = new() { Id = "files.invalid" };

    internal async Task TakeOrdersAsync(CancellationToken cancellation)
    {
        await mandates.LoadAsync(cancellation);
        if (!IsTaken(mandates.Report))
            return;
        var orders = mandates.Orders;
        await store.WriteAsync(connection => Take(connection, orders), cancellation);
        await watch.LookAsync(cancellation);
    }

    internal async Task TakeEntriesAsync(CancellationToken cancellation)
    {
        await watchlist.LoadAsync(cancellation);
        if (!IsTaken(watchlist.Report))
            return;
        var entries = watchlist.Entries;
        await store.WriteAsync(connection => Take(connection, entries), cancellation);
        await watch.LookAsync(cancellation);
    }

    // Of a file with faults that was never read without, nothing is known: what is in force stays.
    private static bool IsTaken(LoadReport report) => report.IsGood || report.InForceSinceAt is not null;

    private void Take(DbConnection connection, IReadOnlyList<ActivationOrder> filed)
    {
        using var passkey = Passkey(connection);
        if (passkey is null)
            return;
        var now = time.GetUtcNow();
        var known = OrderSql.All(connection).ToDictionary(o => o.Id);
        var changed = filed.Select(o => o with { RequesterAccount = Requester })
            .Where(o => !known.TryGetValue(o.Id, out var before) || before.EndedAt is not null || !OrderLeaf.Of(o).AsSpan().SequenceEqual(OrderLeaf.Of(before)))
            .ToArray();
        if (Sign(connection, passkey, SheetKind.Order, [.. changed.Select(OrderLeaf.Of)], now) is { } sheet)
        {
            foreach (var order in changed)
            {
                OrderSql.Put(connection, order with
                {
                    State = OrderState.Approved,
                    Version = known.TryGetValue(order.Id, out var before) ? before.Version + 1 : 1,
                    ApproverAccount = sheet.Approver,
                    ApprovedAt = sheet.ApprovedAt,
                    Sheet = sheet.Id,
                },
                now);
            }
            audit.Append(connection, new(AuditAct.OrderApproved, AuditActor.System, "mandates.json", $"orders={changed.Length} sheet={sheet.Id}"));
        }
        foreach (var gone in known.Values.Where(o => o.EndedAt is null && filed.All(f => f.Id != o.Id)))
        {
            OrderSql.Put(connection, gone with { State = OrderState.Ended, Version = gone.Version + 1, EndedAt = now }, now);
            audit.Append(connection, new(AuditAct.OrderEnded, AuditActor.System, gone.Id.Value));
        }
    }

    private void Take(DbConnection connection, IReadOnlyList<WatchlistEntry> filed)
    {
        using var passkey = Passkey(connection);
        if (passkey is null)
            return;
        var now = time.GetUtcNow();
        var known = EntrySql.All(connection, now).ToDictionary(e => e.Id);
        var changed = filed.Select(e => e with { RequesterAccount = Requester, Salt = e.Id.Value })
            .Where(e => !known.TryGetValue(e.Id, out var before) || IsAnother(e, before, now))
            .ToArray();
        if (Sign(connection, passkey, SheetKind.Entry, [.. changed.Select(EntryLeaf.Of)], now) is { } sheet)
        {
            EntrySql.Put(
                connection,
                [
                    .. changed.Select(e => e with
                    {
                        State = EntryState.Active,
                        Version = known.TryGetValue(e.Id, out var before) ? before.Version + 1 : 1,
                        ApproverAccount = sheet.Approver,
                        ApprovedAt = sheet.ApprovedAt,
                        Sheet = sheet.Id,
                    }),
                ],
                now);
            audit.Append(connection, new(AuditAct.EntryApproved, AuditActor.System, "watchlist.json", $"entries={changed.Length} sheet={sheet.Id}"));
        }
        var listed = filed.Select(f => f.Id).ToHashSet();
        var gone = known.Values.Where(e => e.State is not (EntryState.Removed or EntryState.Expired) && !listed.Contains(e.Id)).ToArray();
        if (gone.Length == 0)
            return;
        EntrySql.Put(connection, [.. gone.Select(e => e with { State = EntryState.Removed, Version = e.Version + 1, StoppedAt = e.StoppedAt ?? now })], now);
        audit.Append(connection, new(AuditAct.EntryRemoved, AuditActor.System, "watchlist.json", $"entries={gone.Length}"));
    }

    // What was taken off never comes back, not from a file either: gates remember it.
    private static bool IsAnother(WatchlistEntry filed, WatchlistEntry before, DateTimeOffset now) =>
        before.State is not EntryState.Removed && (before.Plate is null ? now < filed.ExpiresAt : !EntryLeaf.Of(filed).AsSpan().SequenceEqual(EntryLeaf.Of(before)));

    /// <summary>The passkey that approves for files; null where people have a ring of their own: then files are nobody's word.</summary>
    private SoftwarePasskey? Passkey(DbConnection connection)
    {
        var secrets = People.Select(p => FiledSql.Secret(connection, p.Name)).ToArray();
        var rings = ApprovalSql.Rings(connection);
        if (secrets[0] is null)
        {
            if (rings.Count > 0)
                return null;
            secrets = [.. People.Select(p => Make(connection, p.Name))];
            ApprovalSql.Put(connection, new() { Number = 1, Host = Party.Id, Keys = [.. People.Zip(secrets).Select(p => KeyOf(p.First, p.Second!))] }, time.GetUtcNow(), stands: true);
            ApprovalSql.Mark(connection, "ring");
            audit.Append(connection, new(AuditAct.KeyRingFounded, AuditActor.System, "ring-1", "of files: the demo city or a trial"));
        }
        var passkey = SoftwarePasskey.Open(secrets[0]!, Party);
        if (rings.Count == 0 || rings[^1].Keys.Any(k => k.Credential == passkey.Key.Id))
            return passkey;
        passkey.Dispose();
        return null;
    }

    private static string Make(DbConnection connection, string name)
    {
        using var made = SoftwarePasskey.Make(Party);
        FiledSql.Keep(connection, name, made.Secret());
        return made.Secret();
    }

    private static ApproverKey KeyOf((string Name, string Office, string Account) person, string secret)
    {
        using var passkey = SoftwarePasskey.Open(secret, Party);
        // Unlike every chain a file may name: who asks and who approves are of two.
        return new() { Credential = passkey.Key.Id, Point = passkey.Key.Point, Account = person.Account, Office = person.Office, Chain = "files" };
    }

    private static ApprovalSheet? Sign(DbConnection connection, SoftwarePasskey passkey, string kind, IReadOnlyList<byte[]> leaves, DateTimeOffset at)
    {
        if (leaves.Count == 0)
            return null;
        var unsigned = SheetDesk.Unsigned(new(Guid.Parse(People[0].Account)), kind, leaves, at);
        var assertion = passkey.Sign(SheetCheck.ChallengeOf(unsigned));
        var sheet = unsigned with
        {
            Credential = assertion.Credential,
            AuthenticatorData = Convert.ToBase64String(assertion.AuthenticatorData),
            ClientData = Convert.ToBase64String(assertion.ClientDataJson),
            Signature = Convert.ToBase64String(assertion.Signature),
        };
        ApprovalSql.Keep(connection, sheet);
        return sheet;
    }
}
