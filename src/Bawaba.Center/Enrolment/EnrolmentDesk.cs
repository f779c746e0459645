// The verbs by which a gate's computer comes to belong to this center and ceases to. Called by the gates' page and, for
// the computer's own part, by GateDoor. Promises: a code works once, for one gate, for a day; whoever made it does not also
// release the list to the gate; a gate that is revoked is refused from the next call on; every step has its audit row.
using System.Data.Common;
using System.Security.Cryptography.X509Certificates;
using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.Enrolment;

namespace Bawaba.Center.Enrolment;

/// <summary>How gates' computers come to belong to this center.</summary>
public sealed class EnrolmentDesk
{
    public static readonly TimeSpan CodeLife = TimeSpan.FromHours(24);
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly GateRegistry _registry;
    private readonly GateAuthority _authority;
    private readonly TimeProvider _time;

    internal EnrolmentDesk(CenterStore store, AuditLog audit, SessionGuard guard, GateRegistry registry, GateAuthority authority, TimeProvider time)
    {
        _store = store;
        _audit = audit;
        _guard = guard;
        _registry = registry;
        _authority = authority;
        _time = time;
    }

    /// <summary>The newest computer of every gate that has had one.</summary>
    public async Task<Reading<IReadOnlyList<GateMembership>>> ListAsync(Actor actor, CancellationToken cancellation) =>
        await _guard.ScopeOfAsync(actor, Permission.SeeGates, cancellation) is { } scope
            ? new Reading<IReadOnlyList<GateMembership>>.Granted(await _store.ReadAsync(c => EnrolmentSql.All(c, scope), cancellation))
            : new Reading<IReadOnlyList<GateMembership>>.NotAllowed();

    /// <summary>A one-time code for the gate; an older unused one dies. Needs <see cref="Permission.EnrolGates"/>.</summary>
    public async Task<CodeResult> IssueCodeAsync(Actor actor, GateId gate, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.EnrolGates, cancellation) is not { } scope)
            return new CodeResult.NotAllowed();
        if (await _guard.FindAsync(_registry, actor, scope, gate, cancellation) is not { RetiredAt: null })
            return new CodeResult.GateUnknown();
        var code = EnrolmentCode.Mint(_authority.Certificate.RawData);
        var now = _time.GetUtcNow();
        try
        {
            await _store.WriteAsync(
                connection =>
                {
                    _audit.Append(connection, new(AuditAct.GateCodeIssued, actor.ForAudit(), gate.Value));
                    EnrolmentSql.EndCodes(connection, gate, now);
                    EnrolmentSql.InsertCode(connection, code.SecretHash, gate, actor.Account.ToString(), now, now + CodeLife);
                },
                cancellation);
        }
        catch (DbException)
        {
            return new CodeResult.AuditUnavailable();
        }
        return new CodeResult.Issued(code.Reveal(), now + CodeLife);
    }

    /// <summary>Lets the list go to the gate's computer. Needs <see cref="Permission.ReleaseGates"/> and another person than made the code.</summary>
    public Task<MembershipResult> ReleaseAsync(Actor actor, GateId gate, CancellationToken cancellation) => StepAsync(
        actor, Permission.ReleaseGates, gate, AuditAct.GateReleased,
        (connection, before) => before.EnrolledBy == actor.Account.ToString()
            ? new MembershipResult.SamePerson()
            : EnrolmentSql.Release(connection, gate, actor.Account.ToString(), _time.GetUtcNow()) > 0 ? null : new MembershipResult.NothingToDo(),
        cancellation);

    /// <summary>The gate's computer is a gate no more, at once: stolen, replaced or taken down. Needs <see cref="Permission.EnrolGates"/> or <see cref="Permission.ReleaseGates"/>.</summary>
    public async Task<MembershipResult> RevokeAsync(Actor actor, GateId gate, CancellationToken cancellation)
    {
        // Stopping is easier than starting: either of the two may do it alone.
        var permission = await _guard.MayAsync(actor, Permission.EnrolGates, cancellation) ? Permission.EnrolGates : Permission.ReleaseGates;
        return await StepAsync(
            actor, permission, gate, AuditAct.GateRevoked,
            (connection, _) =>
            {
                EnrolmentSql.EndCodes(connection, gate, _time.GetUtcNow());
                // What lies sealed on a stolen disk, or on a stick, opens with this key.
                ListKeySql.Forget(connection, gate);
                return EnrolmentSql.Revoke(connection, gate, _time.GetUtcNow()) > 0 ? null : new MembershipResult.NothingToDo();
            },
            cancellation);
    }

    /// <summary>The computer's own part: the code's secret and a key against a certificate. What the gate had before is revoked.</summary>
    internal async Task<EnrolResult> EnrolAsync(EnrolmentRequest request, string address, CancellationToken cancellation)
    {
        if (!EnrolmentCode.TryHashSecret(request.Secret, out var hash))
            return new EnrolResult.CodeInvalid();
        if (Decode(request.CertificateRequest) is not { } asked)
            return new EnrolResult.RequestInvalid();
        try
        {
            return await _store.WriteAsync(connection => Enrol(connection, hash, asked, address), cancellation);
        }
        catch (RefusedRequestException)
        {
            return new EnrolResult.RequestInvalid();
        }
        catch (DbException)
        {
            return new EnrolResult.StoreUnavailable();
        }
    }

    /// <summary>A new certificate for a gate that stands; the old one goes on until the new one is used.</summary>
    internal async Task<EnrolResult> RenewAsync(GateMembership member, string certificateRequest, string address, CancellationToken cancellation)
    {
        if (Decode(certificateRequest) is not { } asked || _authority.IssueToGate(member.Gate, asked) is not { } certificate)
            return new EnrolResult.RequestInvalid();
        using (certificate)
        {
            var renewed = MembershipOf(certificate, member.Gate, member.EnrolledBy) with { ReleasedBy = member.ReleasedBy, ReleasedAt = member.ReleasedAt };
            try
            {
                await _store.WriteAsync(
                    connection =>
                    {
                        _audit.Append(connection, new(AuditAct.GateRenewed, ComputerAt(address), member.Gate.Value, renewed.Serial));
                        EnrolmentSql.InsertCertificate(connection, renewed);
                    },
                    cancellation);
            }
            catch (DbException)
            {
                return new EnrolResult.StoreUnavailable();
            }
            return new EnrolResult.Granted(Answer(member.Gate, certificate));
        }
    }

    /// <summary>Who stands behind a certificate, now: null for one that is not ours, not this key's, revoked, or a retired gate's.</summary>
    internal async Task<GateMembership?> MemberAsync(X509Certificate2 certificate, CancellationToken cancellation)
    {
        var serial = certificate.SerialNumber;
        var found = await _store.ReadAsync(connection => EnrolmentSql.BySerial(connection, serial), cancellation);
        if (found is not { RevokedAt: null } || found.KeyHash != GateAuthority.KeyHash(certificate) || _registry.Registered(found.Gate) is not { RetiredAt: null })
            return null;
        // The first use of a renewed certificate ends the older ones: the answer that brought it did arrive.
        var newest = await _store.ReadAsync(connection => EnrolmentSql.Standing(connection, found.Gate), cancellation);
        if (newest?.Serial == serial)
            await EndOlderAsync(found, cancellation);
        return found;
    }

    private async Task EndOlderAsync(GateMembership member, CancellationToken cancellation)
    {
        if (await _store.ReadAsync(connection => EnrolmentSql.HasOthers(connection, member.Gate, member.Serial), cancellation))
            await _store.WriteAsync(connection => { EnrolmentSql.RevokeOthers(connection, member.Gate, member.Serial, _time.GetUtcNow()); }, cancellation);
    }

    private EnrolResult Enrol(DbConnection connection, string secretHash, byte[] asked, string address)
    {
        var now = _time.GetUtcNow();
        if (EnrolmentSql.UseCode(connection, secretHash, now) is not { } code || _registry.Registered(code.Gate) is not { RetiredAt: null })
            return new EnrolResult.CodeInvalid();
        // A refused request must not use the code up: the exception undoes the transaction.
        using var certificate = _authority.IssueToGate(code.Gate, asked) ?? throw new RefusedRequestException();
        var member = MembershipOf(certificate, code.Gate, code.IssuedBy);
        _audit.Append(connection, new(AuditAct.GateEnrolled, ComputerAt(address), code.Gate.Value, member.Serial));
        EnrolmentSql.Revoke(connection, code.Gate, now);
        ListKeySql.Forget(connection, code.Gate);
        EnrolmentSql.InsertCertificate(connection, member);
        return new EnrolResult.Granted(Answer(code.Gate, certificate));
    }

    private GateCertificate Answer(GateId gate, X509Certificate2 certificate) => new()
    {
        Gate = gate,
        Certificate = Convert.ToBase64String(certificate.RawData),
        Authority = Convert.ToBase64String(_authority.Certificate.RawData),
        Settings = _registry.SettingsOf(gate),
    };

    private GateMembership MembershipOf(X509Certificate2 certificate, GateId gate, string enrolledBy) => new()
    {
        Gate = gate,
        Serial = certificate.SerialNumber,
        KeyHash = GateAuthority.KeyHash(certificate),
        EnrolledBy = enrolledBy,
        IssuedAt = _time.GetUtcNow(),
        ExpiresAt = new(certificate.NotAfter.ToUniversalTime()),
    };

    private async Task<MembershipResult> StepAsync(
        Actor actor, Permission permission, GateId gate, AuditAct act, Func<DbConnection, GateMembership, MembershipResult?> step, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, permission, cancellation) is not { } scope)
            return new MembershipResult.NotAllowed();
        // As of a gate that never had a computer.
        if (await _guard.FindAsync(_registry, actor, scope, gate, cancellation) is null)
            return new MembershipResult.NothingToDo();
        try
        {
            return await _store.WriteAsync(
                connection =>
                {
                    if (EnrolmentSql.Standing(connection, gate) is not { } before)
                        return new MembershipResult.NothingToDo();
                    if (step(connection, before) is { } refused)
                        return refused;
                    _audit.Append(connection, new(act, actor.ForAudit(), gate.Value, before.Serial));
                    return new MembershipResult.Done(EnrolmentSql.BySerial(connection, before.Serial)!);
                },
                cancellation);
        }
        catch (DbException)
        {
            return new MembershipResult.AuditUnavailable();
        }
    }

    private static AuditActor ComputerAt(string address) => AuditActor.System with { Account = "gate", Address = address };

    private static byte[]? Decode(string base64)
    {
        var bytes = new byte[GateAuthority.MaxRequestBytes];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }
}
