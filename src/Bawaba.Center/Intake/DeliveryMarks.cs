// Which records of an outbox are stored already. Used by CenterLink inside its transaction. Promises: exact, whatever
// the order of delivery (hits overtake counts) and however often; a run without gaps costs one row, not one a record.
using System.Data.Common;
using Bawaba.Contracts;

namespace Bawaba.Center.Intake;

internal static class DeliveryMarks
{
    private const int Window = 2_000;

    /// <summary>Marks the sequences as stored and returns those that were not before.</summary>
    /// <param name="after">The epoch's sequences begin after this one.</param>
    internal static HashSet<long> Take(DbConnection connection, GateId gate, long epoch, long after, IReadOnlyCollection<long> sequences)
    {
        var mark = IntakeSql.Mark(connection, gate, epoch) is not 0 and var known ? known : after;
        var fresh = sequences.Where(s => s > mark).ToHashSet();
        if (fresh.Count == 0)
            return fresh;
        fresh.ExceptWith(IntakeSql.Stored(connection, gate, epoch, fresh.Min(), fresh.Max()));
        var next = Advance(connection, gate, epoch, mark, fresh);
        if (next > mark)
        {
            IntakeSql.SetMark(connection, gate, epoch, next);
            IntakeSql.Forget(connection, gate, epoch, next);
        }
        IntakeSql.Insert(connection, gate, epoch, fresh.Where(s => s > next).ToArray());
        return fresh;
    }

    // The mark moves over what came now and over what came earlier, out of order; of that it looks at a window at a time.
    private static long Advance(DbConnection connection, GateId gate, long epoch, long mark, HashSet<long> fresh)
    {
        var earlier = new HashSet<long>();
        var lookedUpTo = mark;
        while (true)
        {
            if (fresh.Contains(mark + 1) || earlier.Contains(mark + 1))
            {
                mark++;
                continue;
            }
            if (lookedUpTo > mark)
                return mark;
            lookedUpTo = mark + Window;
            earlier = [.. IntakeSql.Stored(connection, gate, epoch, mark + 1, lookedUpTo)];
        }
    }
}
