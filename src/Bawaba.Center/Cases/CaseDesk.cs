// The case register, in its first form: numbers that resolve. Called by its page; entries ask whether a number is open. Promises:
// a number is given by the center, once; every step is one transaction with its audit row.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Cases;

/// <summary>The case register.</summary>
public sealed class CaseDesk
{
    private const int MaxOutside = 60;
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly TimeProvider _time;

    internal CaseDesk(CenterStore store, AuditLog audit, SessionGuard guard, TimeProvider time)
    {
        _store = store;
        _audit = audit;
        _guard = guard;
        _time = time;
    }

    /// <summary>The newest first, at most 500. Needs <see cref="Permission.SeeCases"/>.</summary>
    public async Task<Reading<IReadOnlyList<CaseFile>>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.SeeCases, cancellation) is not { } scope)
            return new Reading<IReadOnlyList<CaseFile>>.NotAllowed();
        return await _audit.TryWriteAsync(new(AuditAct.CasesSeen, actor.ForAudit(), "cases"), cancellation)
            ? new Reading<IReadOnlyList<CaseFile>>.Granted(await _store.ReadAsync(c => Linked(CaseSql.Newest(c, scope), CaseSql.Links(c, scope)), cancellation))
            : new Reading<IReadOnlyList<CaseFile>>.AuditUnavailable();
    }

    /// <summary>Opens a case; the center gives the number. Needs <see cref="Permission.OpenCases"/>.</summary>
    public Task<CaseResult> OpenAsync(Actor actor, CaseKind kind, string? outsideNumber, CancellationToken cancellation)
    {
        var outside = string.IsNullOrWhiteSpace(outsideNumber) ? null : outsideNumber.Trim();
        return StepAsync(
            actor,
            (connection, scope) =>
            {
                if (outside is { Length: > MaxOutside } || outside?.Any(char.IsControl) == true)
                    return new CaseResult.Unfit();
                var now = _time.GetUtcNow();
                var file = new CaseFile
                {
                    Number = CaseSql.NextNumber(connection, now),
                    Kind = kind,
                    State = CaseState.Open,
                    OpenedBy = OperatorSql.Account(connection, actor.Account)?.DisplayName ?? actor.UserName,
                    OpenedAt = now,
                    OutsideNumber = outside,
                    Directorate = scope.Directorate,
                };
                _audit.Append(connection, new(AuditAct.CaseOpened, actor.ForAudit(), file.Number, $"kind={kind}"));
                CaseSql.Insert(connection, file, actor.Account);
                return new CaseResult.Done(file);
            },
            cancellation);
    }

    /// <summary>Closes it: it still resolves, and nothing new is put to it. Needs <see cref="Permission.OpenCases"/>.</summary>
    public Task<CaseResult> CloseAsync(Actor actor, string number, CancellationToken cancellation) => StepAsync(
        actor,
        (connection, scope) =>
        {
            if (_guard.FindCase(connection, actor, scope, number) is null || CaseSql.Close(connection, scope, number, _time.GetUtcNow()) == 0)
                return new CaseResult.NotFound();
            _audit.Append(connection, new(AuditAct.CaseClosed, actor.ForAudit(), number));
            return new CaseResult.Done(CaseSql.Find(connection, scope, number)!);
        },
        cancellation);

    private static List<CaseFile> Linked(List<CaseFile> files, ILookup<string, string> links) => [.. files.Select(f => f with { Links = [.. links[f.Number]] })];

    private async Task<CaseResult> StepAsync(Actor actor, Func<DbConnection, Scope, CaseResult> work, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.OpenCases, cancellation) is not { } scope)
            return new CaseResult.NotAllowed();
        try
        {
            return await _store.WriteAsync(c => work(c, scope), cancellation);
        }
        catch (DbException)
        {
            return new CaseResult.AuditUnavailable();
        }
    }
}
