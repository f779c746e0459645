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

    private const int MaxName = 120;
    private const int MaxNumber = 40;
    private const int MaxWhat = 2_000;
    private readonly LiveAnnouncer _announcer;
    private readonly CallReading _reading;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly TimeProvider _time;

    internal CallDesk(LiveAnnouncer announcer, CallReading reading, AuditLog audit, SessionGuard guard, TimeProvider time) =>
        (_announcer, _reading, _audit, _guard, _time) = (announcer, reading, audit, guard, time);

    /// <summary>Entries of a span, newest first, at most 200. Needs <see cref="Permission.SeeCalls"/>.</summary>
    public Task<Reading<IReadOnlyList<CallEntry>>> ListAsync(Actor actor, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        _reading.ListAsync(actor, from, until, cancellation);

    /// <summary>Entries that wait for an answer, oldest first, of whatever day, at most 50. Needs <see cref="Permission.SeeCalls"/>.</summary>
    public Task<Reading<IReadOnlyList<CallEntry>>> WaitingAsync(Actor actor, CancellationToken cancellation) => _reading.WaitingAsync(actor, cancellation);

    /// <summary>One entry. Needs <see cref="Permission.SeeCalls"/>.</summary>
    public Task<Reading<CallEntry>> FindAsync(Actor actor, string number, CancellationToken cancellation) => _reading.FindAsync(actor, number, cancellation);

    /// <summary>Entries that fit, newest first, a page of at most 50. Erased ones are not found. Needs <see cref="Permission.SeeCalls"/>.</summary>
    public Task<Reading<CallPage>> SearchAsync(Actor actor, CallQuery query, CancellationToken cancellation) => _reading.SearchAsync(actor, query, cancellation);

    /// <summary>Records a call. Sent twice with the same words it is one entry; with others it is refused. Needs <see cref="Permission.LogCalls"/>.</summary>
    public Task<CallResult> RecordAsync(Actor actor, CallDraft draft, CancellationToken cancellation) =>
        ActAsync(actor, (connection, scope) => Record(connection, actor, scope, draft), cancellation);

    /// <summary>Says whether somebody still waits. Needs <see cref="Permission.LogCalls"/>.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="number">The entry.</param>
    /// <param name="was">The mark the person looked at; another one there is <see cref="CallResult.Stale"/>.</param>
    /// <param name="mark">The mark from now on.</param>
    /// <param name="note">To whom it was passed on, at most 120 characters; may be empty.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<CallResult> MarkAsync(Actor actor, string number, CallMark? was, CallMark mark, string note, CancellationToken cancellation) =>
        ActAsync(actor, (connection, scope) => Mark(connection, actor, scope, number, was, mark, note.Trim()), cancellation);

    private async Task<CallResult> ActAsync(
        Actor actor, Func<DbConnection, Scope, (CallResult Result, IReadOnlyCollection<LiveHint> Hints)> act, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.LogCalls, cancellation) is not { } scope)
            return new CallResult.NotAllowed();
        try
        {
            return await _announcer.WriteAsync(connection => act(connection, scope), cancellation);
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
            return (IsSame(before, draft) ? new CallResult.Done(before) : new CallResult.Unfit(["request"]), []);
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
            What = Words(draft.What),
            Priority = Enum.Parse<CallPriority>(draft.Priority),
            Mark = draft.NeedsAnswer ? CallMark.NeedsAnswer : null,
            MarkedAt = draft.NeedsAnswer ? now : null,
            MarkedBy = draft.NeedsAnswer ? actor.DisplayName : null,
            Corrects = corrects.Length > 0 ? corrects : null,
            Directorate = scope.Directorate,
            RecordedBy = actor.DisplayName,
        };
        _audit.AppendOrSpool(connection, new(AuditAct.CallRecorded, actor.ForAudit(), $"call/{call.Number}", $"channel={call.Channel} priority={call.Priority} mark={call.Mark} corrects={call.Corrects}"));
        CallSql.Insert(connection, call, actor.Account, id);
        return (new CallResult.Done(call), [HintOf(call)]);
    }

    private (CallResult Result, IReadOnlyCollection<LiveHint> Hints) Mark(DbConnection connection, Actor actor, Scope scope, string number, CallMark? was, CallMark mark, string note)
    {
        if (_guard.FindCall(connection, actor, scope, number) is not { ErasedAt: null } call)
            return (new CallResult.NotFound(), []);
        if (!Enum.IsDefined(mark) || !IsLine(note, MaxName) || (note.Length > 0 && mark is not CallMark.PassedOn))
            return (new CallResult.Unfit(["mark"]), []);
        if (call.Mark == mark && call.MarkNote == note)
            return (new CallResult.Done(call), []);
        if (call.Mark != was)
            return (new CallResult.Stale(call), []);
        var next = call with { Mark = mark, MarkNote = note, MarkedAt = _time.GetUtcNow(), MarkedBy = actor.DisplayName };
        _audit.AppendOrSpool(connection, new(AuditAct.CallMarked, actor.ForAudit(), $"call/{call.Number}", $"mark={mark} was={was}"));
        CallSql.Mark(connection, next);
        return (new CallResult.Done(next), [HintOf(next)]);
    }

    private static LiveHint HintOf(CallEntry call) => new(LiveKind.Call, call.Number, Audience: call.Directorate?.Value ?? "");

    // A form whose answer was lost may have been written on since: then it says something else, and must not pass for what was stored.
    private static bool IsSame(CallEntry call, CallDraft draft) =>
        call.Channel.ToString() == draft.Channel && call.Priority.ToString() == draft.Priority && call.Caller == draft.Caller.Trim() && call.CallBack == draft.CallBack.Trim()
        && call.Place == draft.Place.Trim() && call.What == Words(draft.What) && (call.Corrects ?? "") == draft.Corrects.Trim()
        && (call.MarkedAt > call.At || draft.NeedsAnswer == call.Mark is CallMark.NeedsAnswer);

    private static string Words(string what) => what.Trim().ReplaceLineEndings("\n");

    private static List<string> FaultsOf(CallDraft draft)
    {
        var faults = new List<string>();
        if (!Enum.TryParse<CallChannel>(draft.Channel, out var channel) || !Enum.IsDefined(channel))
            faults.Add("channel");
        if (!Enum.TryParse<CallPriority>(draft.Priority, out var priority) || !Enum.IsDefined(priority))
            faults.Add("priority");
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
