// Statements on types of incidents and their checklists, each version a row that stays.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

internal static class IncidentTypeSql
{
    private const string Columns = "t.code, t.owner, t.version, t.name_ar, t.name_en, t.priority, t.steps, t.made_name, t.made_at";

    /// <summary>The newest version of each, within the scope.</summary>
    internal static List<IncidentType> Newest(DbConnection connection, Scope scope) => connection.Rows(
        $"""
        SELECT {Columns} FROM incident_type t
        WHERE {Scope.OfOwner("t.owner")} AND t.version = (SELECT max(n.version) FROM incident_type n WHERE n.code = t.code AND n.owner = t.owner)
        ORDER BY t.code
        """,
        Read, scope.Parameter);

    /// <summary>Any version: whoever sees an incident sees the checklist it began under.</summary>
    internal static IncidentType? Version(DbConnection connection, string code, DirectorateId? owner, long version) => connection.First(
        $"SELECT {Columns} FROM incident_type t WHERE t.code = @code AND t.owner = @owner AND t.version = @version",
        Read, ("@code", code), ("@owner", owner?.Value ?? ""), ("@version", version));

    internal static void Insert(DbConnection connection, IncidentType type, AccountId by) => connection.Run("""
        INSERT INTO incident_type (code, owner, version, name_ar, name_en, priority, steps, made_by, made_name, made_at)
        VALUES (@code, @owner, @version, @ar, @en, @priority, @steps, @by, @name, @at)
        """,
        ("@code", type.Code), ("@owner", type.Owner?.Value ?? ""), ("@version", type.Version), ("@ar", type.Name.Ar), ("@en", type.Name.En),
        ("@priority", type.Priority), ("@steps", ChecklistJson.Write(type.Steps)), ("@by", by.ToString()), ("@name", type.MadeBy), ("@at", type.MadeAt));

    private static IncidentType Read(DbDataReader r) => new()
    {
        Code = r.GetString(0),
        Owner = r.GetString(1) is { Length: > 0 } owner ? DirectorateId.Parse(owner) : null,
        Version = r.GetInt64(2),
        Name = new() { Ar = r.GetString(3), En = r.GetString(4) },
        Priority = Enum.Parse<IncidentPriority>(r.GetString(5)),
        Steps = ChecklistJson.Read(r.GetString(6)),
        MadeBy = r.GetString(7),
        MadeAt = r.Instant(8),
    };
}
