// What the role that runs the center may do in its database. Used by `bawaba migrate --grant`, after each upgrade,
// by the role that owns the tables. Promises: the log of acts can be read and added to; the schema cannot be changed.
using System.Data.Common;

namespace Bawaba.Center.Storage;

internal static class Grants
{
    internal static void Give(DbConnection owner, string role)
    {
        if (!owner.First("SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = @role)", r => r.GetBoolean(0), ("@role", role)))
            throw new StoreUnfitException($"the database server knows no role '{role}'");
        var (schema, grantee) = owner.First(
            "SELECT quote_ident(current_schema()), quote_ident(@role)", r => (r.GetString(0), r.GetString(1)), ("@role", role));
        using var transaction = owner.BeginTransaction();
        owner.Run($"""
            GRANT USAGE ON SCHEMA {schema} TO {grantee};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {grantee};
            REVOKE UPDATE, DELETE, TRUNCATE ON audit_event FROM {grantee};
            REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON migration FROM {grantee};
            GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {schema} TO {grantee}
            """);
        transaction.Commit();
    }
}
