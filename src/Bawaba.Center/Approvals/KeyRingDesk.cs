// The verbs on whose approvals count. Called by the key ring's page. Promises: an administrator founds the first ring and
// none after it; another follows only when two approvers and an auditor of the one before have signed it, which every gate
// checks for itself.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts.Approvals;
using Bawaba.Proof.Approvals;
using Bawaba.Proof.Passkeys;

namespace Bawaba.Center.Approvals;

/// <summary>Whose approvals count.</summary>
public sealed class KeyRingDesk
{
    private static readonly Dictionary<Role, string> Offices = new()
    {
        [Role.Approver] = Office.Approver,
        [Role.Supervisor] = Office.Supervisor,
        [Role.Auditor] = Office.Auditor,
    };

    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly SheetDesk _sheets;
    private readonly RingBook _rings;
    private readonly LawWatch _watch;
    private readonly RelyingParty? _party;
    private readonly TimeProvider _time;

    internal KeyRingDesk(
        CenterStore store, AuditLog audit, SessionGuard guard, SheetDesk sheets, RingBook rings, LawWatch watch, RelyingParty? party, TimeProvider time)
    {
        _store = store;
        _audit = audit;
        _guard = guard;
        _sheets = sheets;
        _rings = rings;
        _watch = watch;
        _party = party;
        _time = time;
    }

    /// <summary>The ring, the proposal and who might be in a new one. Needs <see cref="Permission.SeeKeyRing"/>.</summary>
    public async Task<Reading<KeyRingState>> ShowAsync(Actor actor, CancellationToken cancellation) =>
        await _guard.AllowsAsync(actor, Permission.SeeKeyRing, cancellation)
            ? new Reading<KeyRingState>.Granted(await _store.ReadAsync(c => new KeyRingState(_rings.Current, ApprovalSql.Proposed(c), Candidates(c), Names(c)), cancellation))
            : new Reading<KeyRingState>.NotAllowed();

    /// <summary>Makes the first ring of the passkeys there are. Needs <see cref="Permission.FoundKeyRing"/>.</summary>
    public async Task<KeyRingResult> FoundAsync(Actor actor, CancellationToken cancellation)
    {
        if (!await _guard.AllowsAsync(actor, Permission.FoundKeyRing, cancellation))
            return new KeyRingResult.NotAllowed();
        if (_party is null)
            return new KeyRingResult.NoHostName();
        var result = await WriteAsync(
            connection =>
            {
                if (ApprovalSql.Rings(connection).Count > 0)
                    return new KeyRingResult.StandsAlready();
                var ring = new KeyRing { Number = 1, Host = _party.Id, Keys = Candidates(connection) };
                if (!IsEnough(ring))
                    return new KeyRingResult.TooFew();
                return Stand(connection, actor, ring, AuditAct.KeyRingFounded);
            },
            cancellation);
        await _watch.LookAsync(cancellation);
        return result;
    }

    /// <summary>Proposes a ring of the passkeys there are now; what was proposed before is dropped. Needs <see cref="Permission.SignKeyRing"/>.</summary>
    public async Task<KeyRingResult> ProposeAsync(Actor actor, CancellationToken cancellation)
    {
        if (!await _guard.AllowsAsync(actor, Permission.SignKeyRing, cancellation))
            return new KeyRingResult.NotAllowed();
        return await WriteAsync(
            connection =>
            {
                if (ApprovalSql.Rings(connection) is not [.., var current])
                    return new KeyRingResult.TooFew();
                var next = new KeyRing { Number = current.Number + 1, Host = _party?.Id ?? current.Host, Keys = Candidates(connection) };
                if (next.Host == current.Host && next.Keys.SequenceEqual(current.Keys))
                    return new KeyRingResult.NothingToDo();
                if (!IsEnough(next))
                    return new KeyRingResult.TooFew();
                _audit.Append(connection, new(AuditAct.KeyRingProposed, actor.ForAudit(), Name(next), $"keys={next.Keys.Count}"));
                ApprovalSql.Put(connection, next, _time.GetUtcNow(), stands: false);
                return new KeyRingResult.Done();
            },
            cancellation);
    }

    /// <summary>Asks the person's passkey to agree to the proposed ring. Needs <see cref="Permission.SignKeyRing"/>.</summary>
    public Task<ApprovalResult> AskAsync(Actor actor, CancellationToken cancellation) => StepAsync(
        actor,
        connection => ApprovalSql.Proposed(connection) is { } proposed
            ? _sheets.Ask(connection, actor, SheetKind.KeyRing, [Leaf.Of(proposed)], Name(proposed))
            : new ApprovalResult.Gone(),
        cancellation);

    /// <summary>Takes the answer; with the last that is needed the ring stands.</summary>
    public async Task<ApprovalResult> SignAsync(Actor actor, ApprovalAnswer answer, CancellationToken cancellation)
    {
        var result = await StepAsync(actor, connection => Sign(connection, actor, answer), cancellation);
        await _watch.LookAsync(cancellation);
        return result;
    }

    private ApprovalResult Sign(DbConnection connection, Actor actor, ApprovalAnswer answer)
    {
        var (sheet, _, _, refusal) = _sheets.Take(connection, actor, SheetKind.KeyRing, answer);
        if (refusal is not null)
            return refusal;
        var proposed = ApprovalSql.Proposed(connection);
        // Another ring was proposed while this one was being looked at.
        if (proposed is null || !SheetCheck.LeavesOf(sheet!).Contains(Convert.ToBase64String(Leaf.Of(proposed))))
            return new ApprovalResult.Gone();
        var signed = proposed with { Sheets = [.. proposed.Sheets.Where(s => s.Approver != sheet!.Approver), sheet!] };
        _audit.Append(connection, new(AuditAct.KeyRingSigned, actor.ForAudit(), Name(signed)));
        if (RingCheck.FaultOf(signed, _rings.Current!) is null)
            Stand(connection, actor, signed, AuditAct.KeyRingChanged);
        else
            ApprovalSql.Put(connection, signed, _time.GetUtcNow(), stands: false);
        return new ApprovalResult.Approved(1);
    }

    private KeyRingResult.Done Stand(DbConnection connection, Actor actor, KeyRing ring, AuditAct act)
    {
        _audit.Append(connection, new(act, actor.ForAudit(), Name(ring), $"keys={ring.Keys.Count} sha256={Convert.ToHexStringLower(Leaf.Of(ring))}"));
        ApprovalSql.Put(connection, ring, _time.GetUtcNow(), stands: true);
        ApprovalSql.Mark(connection, "ring");
        return new();
    }

    private static Dictionary<string, string> Names(DbConnection connection) =>
        OperatorSql.Accounts(connection).Where(a => Offices.ContainsKey(a.Role)).ToDictionary(a => a.Id.ToString(), a => a.DisplayName, StringComparer.Ordinal);

    private static List<ApproverKey> Candidates(DbConnection connection) =>
    [
        .. PasskeySql.OfRoles(connection, [.. Offices.Keys]).Take(KeyRing.MaxKeys).Select(row => new ApproverKey
        {
            Credential = row.Passkey.Key.Id,
            Point = row.Passkey.Key.Point,
            Account = row.Passkey.Account.ToString(),
            Office = Offices[row.Role],
            Chain = row.Chain,
        }),
    ];

    // A ring with fewer could never be changed.
    private static bool IsEnough(KeyRing ring) =>
        Accounts(ring, Office.Approver) >= RingCheck.Approvers && Accounts(ring, Office.Auditor) >= RingCheck.Auditors;

    private static int Accounts(KeyRing ring, string office) => ring.Keys.Where(k => k.Office == office).DistinctBy(k => k.Account, StringComparer.Ordinal).Count();

    private static string Name(KeyRing ring) => $"ring-{ring.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private async Task<ApprovalResult> StepAsync(Actor actor, Func<DbConnection, ApprovalResult> work, CancellationToken cancellation)
    {
        if (!await _guard.AllowsAsync(actor, Permission.SignKeyRing, cancellation))
            return new ApprovalResult.NotAllowed();
        try
        {
            return await _store.WriteAsync(work, cancellation);
        }
        catch (DbException)
        {
            return new ApprovalResult.AuditUnavailable();
        }
    }

    private async Task<KeyRingResult> WriteAsync(Func<DbConnection, KeyRingResult> work, CancellationToken cancellation)
    {
        try
        {
            return await _store.WriteAsync(work, cancellation);
        }
        catch (DbException)
        {
            return new KeyRingResult.AuditUnavailable();
        }
    }
}
