// A case that a person names by its number. Used by the desks that close one or put something to it.
using System.Data.Common;
using Bawaba.Center.Operators;

namespace Bawaba.Center.Cases;

internal static class CaseScope
{
    /// <summary>The case; null where it is not within the scope, and where it stands outside the log has the attempt.</summary>
    internal static CaseFile? FindCase(this SessionGuard guard, DbConnection connection, Actor actor, Scope scope, string number) =>
        guard.Find(connection, actor, scope, $"case/{number}", within => CaseSql.Find(connection, within, number));
}
