// How an incident stands in its row. Used by IncidentSql.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

internal static class IncidentRow
{
    internal const string Columns = """
        i.number, i.version, i.type, i.type_owner, i.type_version, i.priority, i.state, i.directorate, i.summary, i.place_gate, i.place_text, i.latitude,
        i.longitude, i.raised_at, i.opened_name, i.opened_at, i.command, i.command_name, i.offered_to, i.offered_name, i.first_dispatch_at,
        i.first_en_route_at, i.first_on_scene_at, i.closed_at, i.skipped_seen
        """;

    /// <summary>How many columns that is.</summary>
    internal const int Count = 25;

    internal static Incident Read(DbDataReader r) => new()
    {
        Number = IncidentNumber.Parse(r.GetString(0)),
        Version = r.GetInt64(1),
        Type = r.GetString(2),
        TypeOwner = DirectorateOf(r.GetString(3)),
        TypeVersion = r.GetInt64(4),
        Priority = Enum.Parse<IncidentPriority>(r.GetString(5)),
        State = Enum.Parse<IncidentState>(r.GetString(6)),
        Directorate = DirectorateOf(r.TextOrNull(7)),
        Summary = r.GetString(8),
        Place = new()
        {
            Gate = r.TextOrNull(9) is { } gate ? GateId.Parse(gate) : null,
            Text = r.TextOrNull(10),
            Point = !r.IsDBNull(11) && Coordinates.TryMake(r.GetDouble(11), r.GetDouble(12), out var point) ? point : null,
        },
        RaisedAt = r.Instant(13),
        OpenedBy = r.GetString(14),
        OpenedAt = r.Instant(15),
        Command = AccountId.Parse(r.GetString(16)),
        CommandName = r.GetString(17),
        OfferedTo = r.TextOrNull(18) is { } offered ? AccountId.Parse(offered) : null,
        OfferedName = r.TextOrNull(19),
        FirstDispatchAt = r.InstantOrNull(20),
        FirstEnRouteAt = r.InstantOrNull(21),
        FirstOnSceneAt = r.InstantOrNull(22),
        ClosedAt = r.InstantOrNull(23),
        SkippedSeen = r.GetInt64(24),
    };

    private static DirectorateId? DirectorateOf(string? text) => string.IsNullOrEmpty(text) ? null : DirectorateId.Parse(text);
}
