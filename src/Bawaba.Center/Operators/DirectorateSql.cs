// Statements on the register of directorates. Names of directorates are nobody's secret: they take no scope.
using System.Data.Common;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Operators;

internal static class DirectorateSql
{
    internal static List<Directorate> All(DbConnection connection) =>
        connection.Rows("SELECT id, name_ar, name_en, made_at FROM directorate ORDER BY made_at, id", Read);

    internal static Directorate? Find(DbConnection connection, DirectorateId id) =>
        connection.First("SELECT id, name_ar, name_en, made_at FROM directorate WHERE id = @id", Read, ("@id", id.Value));

    /// <summary>False where the id is taken.</summary>
    internal static bool Insert(DbConnection connection, Directorate directorate, string by) => connection.Run("""
        INSERT INTO directorate (id, name_ar, name_en, made_at, made_by) VALUES (@id, @ar, @en, @at, @by) ON CONFLICT (id) DO NOTHING
        """,
        ("@id", directorate.Id.Value), ("@ar", directorate.Name.Ar), ("@en", directorate.Name.En), ("@at", directorate.MadeAt), ("@by", by)) > 0;

    private static Directorate Read(DbDataReader r) => new()
    {
        Id = DirectorateId.Parse(r.GetString(0)),
        Name = new() { Ar = r.GetString(1), En = r.GetString(2) },
        MadeAt = r.Instant(3),
    };
}
