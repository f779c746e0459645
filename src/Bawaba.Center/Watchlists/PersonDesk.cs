// Looking a person up, in a lawful check alone: an officer types the name or the number of the document before them. Called by its
// page. Promises: nothing is listed, searched by part or "similar"; every question is in the log before its answer, with reason, gate
// and what was found; what was typed is in no log and no store; whoever asks about everybody is stopped.
using System.Collections.Concurrent;
using System.Globalization;
using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Center.Watchlists;

/// <summary>Looks people up by their document.</summary>
public sealed class PersonDesk
{
    public const int MaxAsked = 20;
    public static readonly TimeSpan AskedWindow = TimeSpan.FromMinutes(10);
    private const int MaxTyped = 120;
    private readonly WatchlistBook _book;
    private readonly GateRegistry _registry;
    private readonly SessionGuard _guard;
    private readonly AuditLog _audit;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<AccountId, Queue<DateTimeOffset>> _asked = new();

    internal PersonDesk(WatchlistBook book, GateRegistry registry, SessionGuard guard, AuditLog audit, TimeProvider time) =>
        (_book, _registry, _guard, _audit, _time) = (book, registry, guard, audit, time);

    /// <summary>Entries in force about the person whose document this is. Needs <see cref="Permission.LookUpPersons"/>.</summary>
    /// <param name="actor">The officer.</param>
    /// <param name="gate">Where the person stands.</param>
    /// <param name="reason">Why the document is looked at.</param>
    /// <param name="typed">The whole name, or the number, as the document has it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<PersonResult> LookUpAsync(Actor actor, GateId gate, LookUpReason reason, string typed, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.LookUpPersons, cancellation) is not { } scope)
            return new PersonResult.NotAllowed();
        if (typed.Length > MaxTyped || !Enum.IsDefined(reason) || await _guard.FindAsync(_registry, actor, scope, gate, cancellation) is not { RetiredAt: null })
            return new PersonResult.Unfit();
        var (number, name) = (PersonFolding.Number(typed), PersonFolding.Name(typed));
        if (number is null && name is null)
            return new PersonResult.Unfit();
        if (!MayAsk(actor.Account))
            return await WriteAsync(actor, gate, "too-many", cancellation) ? new PersonResult.TooMany() : new PersonResult.AuditUnavailable();
        var now = _time.GetUtcNow();
        var found = _book.Within(scope).Where(e => e.IsActiveAt(now) && (number is not null
            ? string.Equals(e.PersonDocument, number, StringComparison.Ordinal)
            : e.PersonName is { } person && string.Equals(PersonFolding.Name(person), name, StringComparison.Ordinal))).ToArray();
        var detail = string.Create(
            CultureInfo.InvariantCulture, $"reason={reason} by={(number is null ? "name" : "number")} found={found.Length} {string.Join(' ', found.Select(e => e.Id.Value))}").TrimEnd();
        if (!await WriteAsync(actor, gate, detail, cancellation))
            return new PersonResult.AuditUnavailable();
        return found.Length > 0 ? new PersonResult.Found(found) : new PersonResult.NobodyFound();
    }

    private Task<bool> WriteAsync(Actor actor, GateId gate, string detail, CancellationToken cancellation) =>
        _audit.TryWriteAsync(new(AuditAct.PersonLookedUp, actor.ForAudit(), gate.Value, detail), cancellation);

    private bool MayAsk(AccountId account)
    {
        var now = _time.GetUtcNow();
        var times = _asked.GetOrAdd(account, _ => new());
        lock (times)
        {
            while (times.TryPeek(out var oldest) && now - oldest >= AskedWindow)
                times.Dequeue();
            if (times.Count >= MaxAsked)
                return false;
            times.Enqueue(now);
            return true;
        }
    }
}
