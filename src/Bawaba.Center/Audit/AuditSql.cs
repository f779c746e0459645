using System.Data.Common;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Audit;

internal static class AuditSql
{
    // The next number is taken inside the statement: the one writer makes it free of gaps.
    internal static void Append(DbConnection connection, AuditEvent e, DateTimeOffset at) => connection.Run("""
        INSERT INTO audit_event (seq, at, act, account, role, session, address, subject, detail)
        SELECT coalesce(max(seq), 0) + 1, @at, @act, @account, @role, @session, @address, @subject, @detail FROM audit_event
        """,
        ("@at", at), ("@act", e.Act), ("@account", e.Actor.Account), ("@role", e.Actor.Role), ("@session", e.Actor.Session),
        ("@address", e.Actor.Address), ("@subject", e.Subject), ("@detail", e.Detail));
}
