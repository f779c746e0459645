// Reading counts. Called by the room's and gates' charts and /api/counts. A count names nobody: it is not audited.
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Passages;

/// <summary>Reading counts. Needs <see cref="Permission.SeeCounts"/>. A query out of its limits throws <see cref="ArgumentException"/>.</summary>
public sealed class CountDesk
{
    public const int MaxStepMinutes = 1_440;
    public static readonly TimeSpan LongestSpan = TimeSpan.FromDays(366);
    private readonly CenterStore _store;
    private readonly SessionGuard _guard;
    private readonly GateRegistry _registry;

    internal CountDesk(CenterStore store, SessionGuard guard, GateRegistry registry)
    {
        _registry = registry;
        _store = store;
        _guard = guard;
    }

    /// <summary>Sums by step, gate, lane, direction, class and outcome, in the order of time.</summary>
    public async Task<Reading<IReadOnlyList<PassageSum>>> SumsAsync(Actor actor, CountQuery query, CancellationToken cancellation)
    {
        if (FaultOf(query) is { } fault)
            throw new ArgumentException(fault, nameof(query));
        if (await _guard.ScopeOfAsync(actor, Permission.SeeCounts, cancellation) is not { } scope)
            return new Reading<IReadOnlyList<PassageSum>>.NotAllowed();
        return query.Gate is { } gate && await _guard.FindAsync(_registry, actor, scope, gate, cancellation) is null
            ? new Reading<IReadOnlyList<PassageSum>>.NotFound()
            : new Reading<IReadOnlyList<PassageSum>>.Granted(await _store.ReadAsync(c => CountSql.Sums(c, scope, query), cancellation));
    }

    internal static string? FaultOf(CountQuery query)
    {
        if (query.UntilAt <= query.FromAt || query.UntilAt - query.FromAt > LongestSpan)
            return $"from must be before until, by at most {LongestSpan.Days} days";
        return query.StepMinutes is >= 1 and <= MaxStepMinutes ? null : $"a step has 1 to {MaxStepMinutes} minutes";
    }
}
