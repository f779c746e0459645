// What the units' pages show beside the units: names of gates and directorates within the person's part of the room.
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Units;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Console.Units;

internal sealed class UnitReader(GateRegistry gates, DirectorateDesk directorates)
{
    internal async Task<UnitNames> NamesAsync(Actor actor, IEnumerable<DirectorateId> of, CancellationToken cancellation)
    {
        var named = new Dictionary<DirectorateId, LocalName>();
        foreach (var id in of.Distinct())
        {
            if (await directorates.NameAsync(actor, id, cancellation) is { } name)
                named[id] = name;
        }
        return new() { Gates = gates.Within(actor.Scope).ToDictionary(g => g.Id, g => g.Name), Directorates = named };
    }

    internal Task<UnitNames> NamesAsync(Actor actor, IReadOnlyList<Unit> units, CancellationToken cancellation) =>
        NamesAsync(actor, units.Select(u => u.Directorate).OfType<DirectorateId>(), cancellation);

    /// <summary>Directorates the person may choose among: those whose gates they see, where they are of the joint room.</summary>
    internal IReadOnlyList<DirectorateId> ToChoose(Actor actor) =>
        actor.Scope.IsWhole ? [.. gates.Within(actor.Scope).Select(g => g.Directorate).OfType<DirectorateId>().Distinct().OrderBy(d => d.Value, StringComparer.Ordinal)] : [];
}
