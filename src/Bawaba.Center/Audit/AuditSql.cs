using Bawaba.Center.Storage;

namespace Bawaba.Center.Audit;

internal static class AuditSql
{
    // The next number is taken inside the statement: the room's lock makes it free of gaps.
    internal static Statement Append(AuditEvent e, DateTimeOffset at) => new("""
        INSERT INTO audit_event (seq, at, act, account, role, session, address, subject, detail)
        SELECT coalesce(max(seq), 0) + 1, @at, @act, @account, @role, @session, @address, @subject, @detail FROM audit_event
        """,
        ("@at", at), ("@act", e.Act), ("@account", e.Actor.Account), ("@role", e.Actor.Role), ("@session", e.Actor.Session),
        ("@address", e.Actor.Address), ("@subject", e.Subject), ("@detail", e.Detail));
}
