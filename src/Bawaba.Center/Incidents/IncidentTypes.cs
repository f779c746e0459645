// The types that come with the program, and which of all a person's incident may be of. Used by the desks of this module.
using System.Data.Common;
using System.Reflection;
using System.Text.Json;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

internal static class IncidentTypes
{
    private const string FileName = "incident-types.json";

    /// <summary>As they come with the program, in the order screens offer them.</summary>
    internal static IReadOnlyList<IncidentType> Built { get; } = Load();

    /// <summary>Those in force within a scope: a directorate's own before the room's, and what came with the program where nobody edited it.</summary>
    internal static IReadOnlyList<IncidentType> InForce(DbConnection connection, Scope scope)
    {
        var edited = IncidentTypeSql.Newest(connection, scope);
        var own = edited.Where(t => t.Owner is not null && t.Owner == scope.Directorate).ToDictionary(t => t.Code, StringComparer.Ordinal);
        var common = edited.Where(t => t.Owner is null).ToDictionary(t => t.Code, StringComparer.Ordinal);
        var codes = Built.Select(t => t.Code).Concat(common.Keys.Order(StringComparer.Ordinal)).Concat(own.Keys.Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);
        return [.. codes.Select(code => own.GetValueOrDefault(code) ?? common.GetValueOrDefault(code) ?? Built.First(t => t.Code == code))];
    }

    /// <summary>The version an incident began under.</summary>
    internal static IncidentType Of(DbConnection connection, Incident incident) => Version(connection, incident.Type, incident.TypeOwner, incident.TypeVersion);

    private static IncidentType Version(DbConnection connection, string code, DirectorateId? owner, long version) =>
        version == 0 ? Built.First(t => t.Code == code) : IncidentTypeSql.Version(connection, code, owner, version)!;

    private static IReadOnlyList<IncidentType> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(FileName)!;
        return [.. JsonSerializer.Deserialize(stream, ChecklistJson.Default.IReadOnlyListTypeLine)!.Select(line => new IncidentType
        {
            Code = line.Code,
            Name = new() { Ar = line.Ar, En = line.En },
            Priority = line.Priority,
            Steps = ChecklistJson.Steps(line.Steps),
        })];
    }
}
