// The verbs on one's own passkeys. Called by the account page. Promises: only people whose role approves something have any;
// a passkey is one account's, for ever; each step is one transaction with its audit row.
using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Proof.Passkeys;

namespace Bawaba.Center.Approvals;

/// <summary>One's own passkeys.</summary>
public sealed class PasskeyDesk
{
    /// <summary>A person has no more.</summary>
    public const int MaxPasskeys = 10;

    private const string Kind = "passkey";
    private const int ChallengeBytes = 32;
    private const int MaxLabel = 60;
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly RelyingParty? _party;
    private readonly TimeProvider _time;

    internal PasskeyDesk(CenterStore store, AuditLog audit, SessionGuard guard, RelyingParty? party, TimeProvider time)
    {
        _store = store;
        _audit = audit;
        _guard = guard;
        _party = party;
        _time = time;
    }

    /// <summary>One's own, oldest first.</summary>
    public async Task<Reading<IReadOnlyList<Passkey>>> MineAsync(Actor actor, CancellationToken cancellation) =>
        await _guard.AllowsAsync(actor, Permission.HavePasskeys, cancellation)
            ? new Reading<IReadOnlyList<Passkey>>.Granted(await _store.ReadAsync(c => PasskeySql.Of(c, actor.Account), cancellation))
            : new Reading<IReadOnlyList<Passkey>>.NotAllowed();

    /// <summary>Begins a new one.</summary>
    public async Task<PasskeyResult> AskAsync(Actor actor, CancellationToken cancellation)
    {
        if (!await _guard.AllowsAsync(actor, Permission.HavePasskeys, cancellation))
            return new PasskeyResult.NotAllowed();
        if (_party is null)
            return new PasskeyResult.NoHostName();
        var challenge = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(ChallengeBytes));
        var ask = new ApprovalAsk
        {
            Id = Guid.CreateVersion7(_time.GetUtcNow()).ToString("N"),
            Account = actor.Account,
            Session = actor.Session,
            Kind = Kind,
            Body = challenge,
            Subject = "",
            ExpiresAt = _time.GetUtcNow() + ApprovalAsk.Life,
        };
        return await WriteAsync(
            connection =>
            {
                ApprovalSql.Ask(connection, ask);
                var known = PasskeySql.Of(connection, actor.Account).Select(p => p.Key.Id).ToArray();
                return known.Length >= MaxPasskeys
                    ? new PasskeyResult.Unfit()
                    : new PasskeyResult.Asked(new(ask.Id, challenge, _party.Id, Base64Url.EncodeToString(actor.Account.Value.ToByteArray()), actor.UserName, known));
            },
            cancellation);
    }

    /// <summary>Takes the browser's answer.</summary>
    public async Task<PasskeyResult> AddAsync(Actor actor, string ask, string label, PasskeyRegistration answer, CancellationToken cancellation)
    {
        if (!await _guard.AllowsAsync(actor, Permission.HavePasskeys, cancellation))
            return new PasskeyResult.NotAllowed();
        if (_party is null)
            return new PasskeyResult.NoHostName();
        return await WriteAsync(connection => Add(connection, actor, ask, label.Trim(), answer, _party), cancellation);
    }

    /// <summary>It approves nothing more, at once. Rings that name it stand until they are changed: what it signed stays signed.</summary>
    public async Task<PasskeyResult> RemoveAsync(Actor actor, string credential, CancellationToken cancellation)
    {
        if (!await _guard.AllowsAsync(actor, Permission.HavePasskeys, cancellation))
            return new PasskeyResult.NotAllowed();
        return await WriteAsync(
            connection =>
            {
                if (PasskeySql.Remove(connection, actor.Account, credential, _time.GetUtcNow()) is not { } removed)
                    return new PasskeyResult.TooLate();
                _audit.Append(connection, new(AuditAct.PasskeyRemoved, actor.ForAudit(), credential));
                return new PasskeyResult.Done(removed);
            },
            cancellation);
    }

    private PasskeyResult Add(DbConnection connection, Actor actor, string ask, string label, PasskeyRegistration answer, RelyingParty party)
    {
        if (ApprovalSql.TakeAsk(connection, ask, actor, Kind, _time.GetUtcNow()) is not { } asked)
            return new PasskeyResult.TooLate();
        PasskeyKey key;
        try
        {
            key = answer.Accept(Base64Url.DecodeFromChars(asked.Body), party);
        }
        catch (PasskeyException e)
        {
            return Refuse(connection, actor, e.Message);
        }
        if (label.Length is 0 or > MaxLabel || PasskeySql.IsKnown(connection, key.Id, key.Point))
            return Refuse(connection, actor, label.Length is 0 or > MaxLabel ? "label" : "known already");
        var passkey = new Passkey { Key = key, Account = actor.Account, Label = label, MadeAt = _time.GetUtcNow() };
        _audit.Append(connection, new(AuditAct.PasskeyAdded, actor.ForAudit(), key.Id));
        PasskeySql.Insert(connection, passkey);
        return new PasskeyResult.Done(passkey);
    }

    private PasskeyResult.Unfit Refuse(DbConnection connection, Actor actor, string why)
    {
        _audit.Append(connection, new(AuditAct.PasskeyRefused, actor.ForAudit(), actor.Account.ToString(), why));
        return new();
    }

    private async Task<PasskeyResult> WriteAsync(Func<DbConnection, PasskeyResult> work, CancellationToken cancellation)
    {
        try
        {
            return await _store.WriteAsync(work, cancellation);
        }
        catch (DbException)
        {
            return new PasskeyResult.AuditUnavailable();
        }
    }
}
