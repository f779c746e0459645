// A unit that a person names by its id. Used by every desk that is asked for one.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Center.Units;

internal static class UnitScope
{
    /// <summary>The unit; null where it is not within the scope, and where it stands outside the log has the attempt.</summary>
    internal static Unit? FindUnit(this SessionGuard guard, DbConnection connection, Actor actor, Scope scope, UnitId id) =>
        guard.Find(connection, actor, scope, $"unit/{id}", within => UnitSql.Find(connection, within, id));
}
