using Bawaba.Center.Operators;

namespace Bawaba.Center.Passages;

/// <summary>Reading counts. Needs <see cref="Permission.SeeCounts"/>. A query out of its limits throws <see cref="ArgumentException"/>.</summary>
public sealed class CountDesk
{
    /// <summary>Sums by step, gate, lane, direction, class and outcome, in the order of time.</summary>
    public Task<Reading<IReadOnlyList<PassageSum>>> SumsAsync(Actor actor, CountQuery query, CancellationToken cancellation) =>
        throw new NotImplementedException();
}
