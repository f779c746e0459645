// How a statement is run: text with @names, values, and a row read by a function. Used by every …Sql class.
using System.Data.Common;
using Npgsql;

namespace Bawaba.Center.Storage;

internal static class Statements
{
    /// <summary>True where a statement of PostgreSQL's own may be used instead of the common one.</summary>
    internal static bool IsPostgres(this DbConnection connection) => connection is NpgsqlConnection;

    /// <summary>Runs it; the number of rows changed.</summary>
    internal static int Run(this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    internal static int Run(this DbConnection connection, Statement statement) => connection.Run(statement.Sql, statement.Values);

    /// <summary>Runs them in order; over a network in one trip. The first that fails ends it.</summary>
    internal static void RunAll(this DbConnection connection, IReadOnlyList<Statement> statements)
    {
        if (connection is not NpgsqlConnection postgres)
        {
            foreach (var statement in statements)
                connection.Run(statement);
            return;
        }
        if (statements.Count == 0)
            return;
        using var batch = postgres.CreateBatch();
        foreach (var (sql, values) in statements)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var (name, value) in values)
                command.Parameters.Add(new NpgsqlParameter(name, Stored(value)));
            batch.BatchCommands.Add(command);
        }
        batch.ExecuteNonQuery();
    }

    internal static List<T> Rows<T>(
        this DbConnection connection, string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(connection, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>The first row, or the type's default.</summary>
    internal static T? First<T>(
        this DbConnection connection, string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(connection, sql, values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    internal static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    internal static DateTimeOffset Instant(this DbDataReader reader, int column) => Micros.ToInstant(reader.GetInt64(column));

    internal static DateTimeOffset? InstantOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : Micros.ToInstant(reader.GetInt64(column));

    internal static byte[] Bytes(this DbDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);

    private static DbCommand Command(DbConnection connection, string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements are constants of the …Sql classes; values go in as parameters only.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = Stored(value);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset at => Micros.Of(at),
        bool flag => flag ? 1 : 0,
        Enum word => word.ToString(),
        _ => value,
    };
}
