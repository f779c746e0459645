// Gates that a person names by their ids. Used by every desk that is asked for one. Promises: another directorate's gate is as little
// there as one that does not exist, and the log has who asked for it.
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Center.Gates;

internal static class GateScope
{
    /// <summary>The gate, in force or retired; null where it is not within the scope.</summary>
    internal static async Task<Gate?> FindAsync(
        this SessionGuard guard, GateRegistry registry, Actor actor, Scope scope, GateId gate, CancellationToken cancellation)
    {
        if (registry.Find(scope, gate) is { } found)
            return found;
        if (registry.Registered(gate) is not null)
            await NoteOutsideAsync(guard, actor, [gate], cancellation);
        return null;
    }

    /// <summary>For reading a draft: whether a gate stands within the scope; those that stand outside are put aside.</summary>
    internal static Func<GateId, bool> Naming(this GateRegistry registry, Scope scope, ICollection<GateId> outside) => gate =>
    {
        if (registry.Find(scope, gate) is { } found)
            return found.RetiredAt is null;
        if (registry.Registered(gate) is not null)
            outside.Add(gate);
        return false;
    };

    internal static async Task NoteOutsideAsync(this SessionGuard guard, Actor actor, IReadOnlyCollection<GateId> gates, CancellationToken cancellation)
    {
        if (gates.Count > 0)
            await guard.NoteOutsideAsync(actor, $"gate/{string.Join(' ', gates.Distinct().Take(20))}", cancellation);
    }
}
