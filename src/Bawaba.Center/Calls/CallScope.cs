// A call that a person names by its number. Used by the desks that put one to an incident or put it right.
using System.Data.Common;
using Bawaba.Center.Operators;

namespace Bawaba.Center.Calls;

internal static class CallScope
{
    /// <summary>The entry; null where it is not within the scope, and where it stands outside the log of acts has the attempt.</summary>
    internal static CallEntry? FindCall(this SessionGuard guard, DbConnection connection, Actor actor, Scope scope, string number) =>
        guard.Find(connection, actor, scope, $"call/{number}", within => CallSql.Find(connection, within, number));
}
