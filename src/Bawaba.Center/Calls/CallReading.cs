// Searching the phone and radio log. The reading half of CallDesk. Promises: no folded copy of what people said is kept, so nothing more has to
// be erased; a search looks at a bounded number of entries and says how far it came; that somebody searched is in the log before, what was
// typed is not.
using System.Globalization;
using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Center.Calls;

internal sealed class CallReading(LiveAnnouncer announcer, AuditLog audit, Disclosures disclosures, SessionGuard guard)
{
    internal const int MostListed = 200;
    internal const int MostFound = 50;
    internal const int MostLookedAt = 20_000;
    private const int AtATime = 500;
    private const int MaxTyped = 100;
    private static readonly TimeSpan LookWindow = TimeSpan.FromMinutes(15);

    internal Task<Reading<IReadOnlyList<CallEntry>>> ListAsync(Actor actor, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<CallEntry>>(actor, "calls", scope => announcer.ReadAsync<IReadOnlyList<CallEntry>>(c => CallSql.Newest(c, scope, from, until, MostListed), cancellation), cancellation);

    internal Task<Reading<IReadOnlyList<CallEntry>>> WaitingAsync(Actor actor, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<CallEntry>>(actor, "calls", scope => announcer.ReadAsync<IReadOnlyList<CallEntry>>(c => CallSql.Waiting(c, scope, MostFound), cancellation), cancellation);

    internal async Task<Reading<CallEntry>> FindAsync(Actor actor, string number, CancellationToken cancellation)
    {
        if (await guard.ScopeOfAsync(actor, Permission.SeeCalls, cancellation) is not { } scope)
            return new Reading<CallEntry>.NotAllowed();
        if (await guard.FindAsync(actor, scope, $"call/{number}", (c, within) => CallSql.Find(c, within, number), cancellation) is not { } call)
            return new Reading<CallEntry>.NotFound();
        return await disclosures.NoteAsync(audit, new(AuditAct.CallsSeen, actor.ForAudit(), $"call/{call.Number}"), LookWindow, cancellation)
            ? new Reading<CallEntry>.Granted(call)
            : new Reading<CallEntry>.AuditUnavailable();
    }

    internal async Task<Reading<CallPage>> SearchAsync(Actor actor, CallQuery query, CancellationToken cancellation)
    {
        if (await guard.ScopeOfAsync(actor, Permission.SeeCalls, cancellation) is not { } scope)
            return new Reading<CallPage>.NotAllowed();
        var (words, caller) = (CallFolding.Words(ShortText.Of(query.Words, MaxTyped)).Take(CallFolding.MostWords).ToArray(), CallFolding.Fold(ShortText.Of(query.Caller, MaxTyped)).Trim());
        var detail = string.Create(CultureInfo.InvariantCulture, $"words={words.Length} caller={(caller.Length > 0 ? 1 : 0)} priority={query.Priority} channel={query.Channel} mark={query.Mark}");
        return await audit.TryWriteAsync(new(AuditAct.CallsSearched, actor.ForAudit(), "calls", detail), cancellation)
            ? new Reading<CallPage>.Granted(await SearchAsync(scope, query, words, caller, cancellation))
            : new Reading<CallPage>.AuditUnavailable();
    }

    private async Task<CallPage> SearchAsync(Scope scope, CallQuery query, string[] words, string caller, CancellationToken cancellation)
    {
        var found = new List<CallEntry>();
        var next = query;
        for (var looked = 0; looked < MostLookedAt; looked += AtATime)
        {
            var asked = next;
            var part = await announcer.ReadAsync(c => CallSql.Matching(c, scope, asked, AtATime), cancellation);
            foreach (var call in part)
            {
                if (!CallFolding.Matches(call, words, caller))
                    continue;
                if (found.Count == MostFound)
                    return new(found, found[^1].Number, found[^1].At);
                found.Add(call);
            }
            if (part.Count < AtATime)
                return new(found, null, null);
            next = next with { Before = part[^1].Number };
            if (looked + AtATime >= MostLookedAt)
                return new(found, part[^1].Number, part[^1].At);
        }
        return new(found, null, null);
    }

    private async Task<Reading<T>> ReadAsync<T>(Actor actor, string subject, Func<Scope, Task<T>> read, CancellationToken cancellation)
    {
        if (await guard.ScopeOfAsync(actor, Permission.SeeCalls, cancellation) is not { } scope)
            return new Reading<T>.NotAllowed();
        return await disclosures.NoteAsync(audit, new(AuditAct.CallsSeen, actor.ForAudit(), subject), LookWindow, cancellation)
            ? new Reading<T>.Granted(await read(scope))
            : new Reading<T>.AuditUnavailable();
    }
}
