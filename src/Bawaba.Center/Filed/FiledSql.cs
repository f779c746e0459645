// Statements on the passkeys of files.
using System.Data.Common;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Filed;

internal static class FiledSql
{
    internal static string? Secret(DbConnection connection, string name) =>
        connection.First("SELECT secret FROM filed_key WHERE office = @name", r => r.GetString(0), ("@name", name));

    internal static void Keep(DbConnection connection, string name, string secret) =>
        connection.Run("INSERT INTO filed_key (office, secret) VALUES (@name, @secret)", ("@name", name), ("@secret", secret));
}
