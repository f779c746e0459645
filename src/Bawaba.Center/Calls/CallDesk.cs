// The phone and radio log: who called, from where, what. Called by its page. Promises: an entry is written once; a form that is sent twice is
// one entry; recording goes on where the audit table alone fails, for a call for help does not wait; each look is in the audit log before.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;

namespace Bawaba.Center.Calls;

/// <summary>The phone and radio log.</summary>
public sealed class CallDesk
{
    /// <summary>Caller and words are erased after this, unless an incident is linked.</summary>
    public const int KeptDays = 30;

    private const int MostListed = 200;
    private const int MaxName = 120;
    private const int MaxNumber = 40;
    private const int MaxWhat = 2_000;
    private static readonly TimeSpan LookWindow = TimeSpan.FromMinutes(15);
    private readonly LiveAnnouncer _announcer;
    private readonly AuditLog _audit;
    private readonly Disclosures _disclosures;
    private readonly SessionGuard _guard;
    private readonly TimeProvider _time;

    internal CallDesk(LiveAnnouncer announcer, AuditLog audit, Disclosures disclosures, SessionGuard guard, TimeProvider time) =>
        (_announcer, _audit, _disclosures, _guard, _time) = (announcer, audit, disclosures, guard, time);

    /// <summary>Entries of a span, newest first, at most 200. Needs <see cref="Permission.SeeCalls"/>.</summary>
    public async Task<Reading<IReadOnlyList<CallEntry>>> ListAsync(Actor actor, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.SeeCalls, cancellation) is not { } scope)
            return new Reading<IReadOnlyList<CallEntry>>.NotAllowed();
        return await _disclosures.NoteAsync(_audit, new(AuditAct.CallsSeen, actor.ForAudit(), "calls"), LookWindow, cancellation)
            ? new Reading<IReadOnlyList<CallEntry>>.Granted(await _announcer.ReadAsync(c => CallSql.Newest(c, scope, from, until, MostListed), cancellation))
            : new Reading<IReadOnlyList<CallEntry>>.AuditUnavailable();
    }

    /// <summary>Records a call. Needs <see cref="Permission.LogCalls"/>.</summary>
    public async Task<CallResult> RecordAsync(Actor actor, CallDraft draft, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.LogCalls, cancellation) is not { } scope)
            return new CallResult.NotAllowed();
        try
        {
            return await _announcer.WriteAsync<CallResult>(connection => Record(connection, actor, scope, draft), cancellation);
        }
        catch (Exception e) when (e is DbException or IOException)
        {
            return new CallResult.AuditUnavailable();
        }
    }

    private (CallResult Result, IReadOnlyCollection<LiveHint> Hints) Record(DbConnection connection, Actor actor, Scope scope, CallDraft draft)
    {
        if (!Guid.TryParse(draft.Request, out var request))
            return (new CallResult.Unfit(["request"]), []);
        var id = request.ToString("N");
        if (CallSql.ByRequest(connection, scope, id, actor.Account) is { } before)
            return (new CallResult.Done(before), []);
        var faults = FaultsOf(draft);
        if (CallSql.IsRequestTaken(connection, id))
            faults.Add("request");
        var corrects = draft.Corrects.Trim();
        if (corrects.Length > 0 && _guard.FindCall(connection, actor, scope, corrects) is null)
            faults.Add("corrects");
        if (faults.Count > 0)
            return (new CallResult.Unfit(faults), []);
        var now = _time.GetUtcNow();
        var call = new CallEntry
        {
            Number = CallSql.NextNumber(connection, now),
            At = now,
            Channel = Enum.Parse<CallChannel>(draft.Channel),
            Caller = draft.Caller.Trim(),
            CallBack = draft.CallBack.Trim(),
            Place = draft.Place.Trim(),
            What = draft.What.Trim().ReplaceLineEndings("\n"),
            Corrects = corrects.Length > 0 ? corrects : null,
            Directorate = scope.Directorate,
            RecordedBy = actor.DisplayName,
        };
        _audit.AppendOrSpool(connection, new(AuditAct.CallRecorded, actor.ForAudit(), $"call/{call.Number}", $"channel={call.Channel} corrects={call.Corrects}"));
        CallSql.Insert(connection, call, actor.Account, id);
        return (new CallResult.Done(call), [new(LiveKind.Call, call.Number, Audience: call.Directorate?.Value ?? "")]);
    }

    private static List<string> FaultsOf(CallDraft draft)
    {
        var faults = new List<string>();
        if (!Enum.TryParse<CallChannel>(draft.Channel, out var channel) || !Enum.IsDefined(channel))
            faults.Add("channel");
        if (!IsLine(draft.Caller, MaxName))
            faults.Add("caller");
        if (!IsLine(draft.CallBack, MaxNumber))
            faults.Add("callBack");
        if (!IsLine(draft.Place, MaxName))
            faults.Add("place");
        if (draft.What.Trim() is not { Length: > 0 and <= MaxWhat } what || what.Any(c => char.IsControl(c) && c is not ('\n' or '\r')))
            faults.Add("what");
        return faults;
    }

    private static bool IsLine(string text, int most) => text.Length <= most && !text.Any(char.IsControl);
}
