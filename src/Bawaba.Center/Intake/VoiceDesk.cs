// The room's side of a recheck by voice. Called by its page. Promises: the same recheck as the second look of an alert, by another
// account than looked at the gate; the code is in the log before it is shown; numbers are tried a few times a quarter of an hour, so
// that nobody finds out by trying what is on the list.
using System.Data.Common;
using Bawaba.Center.Alerts;
using Bawaba.Center.Audit;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Gates;
using Bawaba.Center.Mandates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;
using Bawaba.Contracts.SignIn;
using Bawaba.Proof.Sealing;

namespace Bawaba.Center.Intake;

/// <summary>Rechecks by voice for gates that cannot reach the room.</summary>
public sealed class VoiceDesk
{
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly WatchlistBook _watchlist;
    private readonly MandateBook _mandates;
    private readonly GateRegistry _registry;
    private readonly ListKeys _keys;
    private readonly TimeProvider _time;
    private readonly SignInThrottle _throttle;

    internal VoiceDesk(CenterStore store, AuditLog audit, SessionGuard guard, GateRegistry registry, WatchlistBook watchlist, MandateBook mandates, ListKeys keys, TimeProvider time)
    {
        (_store, _audit, _guard, _registry, _watchlist, _mandates, _keys, _time) = (store, audit, guard, registry, watchlist, mandates, keys, time);
        _throttle = new(time);
    }

    /// <summary>Rechecks the entry an officer read out the number of. Needs <see cref="Permission.WorkAlerts"/>.</summary>
    /// <param name="actor">Who rechecks.</param>
    /// <param name="gate">Where the vehicle stands.</param>
    /// <param name="officer">User name of who asks.</param>
    /// <param name="question">As it was typed.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<VoiceResult> CheckAsync(Actor actor, GateId gate, string officer, string question, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.WorkAlerts, cancellation) is not { } scope)
            return new VoiceResult.NotAllowed();
        if (_throttle.Begin(actor.Account.ToString(), actor.Address) is not null)
            return new VoiceResult.TooMany();
        // Whosever the entry is: as with alerts, it is the gate that lies within the scope or does not.
        if (await _guard.FindAsync(_registry, actor, scope, gate, cancellation) is null)
            return await RefuseAsync(actor, gate, "unknown", new VoiceResult.Unknown(), cancellation);
        var posted = await _store.ReadAsync(connection => VoiceSql.Officer(connection, officer.Trim().ToLowerInvariant(), gate), cancellation);
        if (posted == actor.Account)
            return await RefuseAsync(actor, gate, "same-account", new VoiceResult.SameAccount(), cancellation);
        var asked = VoiceCode.Read(question, VoiceCode.QuestionDigits);
        var found = asked is null ? [] : _watchlist.All.Where(e => VoiceCode.IsAbout(asked, e.Id)).Take(2).ToArray();
        // Two entries of one number, one in ten thousand: then neither is meant for certain.
        if (posted is not { } account || found is not [var entry])
            return await RefuseAsync(actor, gate, "unknown", new VoiceResult.Unknown(), cancellation);
        _throttle.Succeeded(actor.Account.ToString(), actor.Address);
        var now = _time.GetUtcNow();
        if (!_mandates.All.Any(order => HitJudge.FaultOf(entry, order, gate, null, now) is null))
            return await RefuseAsync(actor, gate, $"ended entry={entry.Id}", new VoiceResult.Ended(), cancellation);
        var secret = Convert.FromBase64String((await _keys.OfAsync(gate, cancellation)).Base64);
        var code = VoiceCode.Answer(secret, gate, entry.Id, account.ToString(), asked!);
        try
        {
            await _store.WriteAsync(
                connection =>
                {
                    _audit.Append(connection, new(AuditAct.VoiceRecheckGiven, actor.ForAudit(), gate.Value, $"entry={entry.Id} officer={account} code={code}"));
                    VoiceSql.Insert(connection, Guid.CreateVersion7(now).ToString("N"), gate, entry.Id, account, code, new(actor.Account, actor.Session, actor.DisplayName, now));
                },
                cancellation);
        }
        catch (DbException)
        {
            return new VoiceResult.AuditUnavailable();
        }
        return new VoiceResult.Stands(entry, code);
    }

    private async Task<VoiceResult> RefuseAsync(Actor actor, GateId gate, string why, VoiceResult result, CancellationToken cancellation) =>
        await _audit.TryWriteAsync(new(AuditAct.VoiceRecheckRefused, actor.ForAudit(), gate.Value, why), cancellation) ? result : new VoiceResult.AuditUnavailable();
}
