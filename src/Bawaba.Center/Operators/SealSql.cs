// Statements on sealed second factors and on the mark of their key.
using System.Data.Common;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Operators;

internal static class SealSql
{
    internal static string? Mark(DbConnection connection) => connection.First("SELECT mark FROM seal_key WHERE one = 1", r => r.GetString(0));

    internal static void PutMark(DbConnection connection, string mark) => connection.Run(
        "INSERT INTO seal_key (one, mark) VALUES (1, @mark) ON CONFLICT (one) DO UPDATE SET mark = excluded.mark", ("@mark", mark));

    /// <summary>Whose second factor is what, sealed or not.</summary>
    internal static List<(AccountId Account, string Secret)> Secrets(DbConnection connection) => connection.Rows(
        "SELECT id, code_secret FROM account WHERE code_secret IS NOT NULL", r => (AccountId.Parse(r.GetString(0)), r.GetString(1)));

    internal static void Replace(DbConnection connection, AccountId id, SealedSecret secret) => connection.Run(
        "UPDATE account SET code_secret = @secret WHERE id = @id", ("@secret", secret.Text), ("@id", id.ToString()));

    /// <summary>Ends every second factor, and with it every session; whoever had one approves nothing for a day.</summary>
    internal static int Forget(DbConnection connection, DateTimeOffset at)
    {
        connection.Run("DELETE FROM seal_key");
        connection.Run("UPDATE session SET ended_at = @at WHERE ended_at IS NULL", ("@at", at));
        return connection.Run("UPDATE account SET code_secret = NULL, code_step = 0, recovered_at = @at WHERE code_secret IS NOT NULL", ("@at", at));
    }
}
