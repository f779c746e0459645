// What stands on the schematic beside gates and places: open incidents, and units on duty with the age of their position. Called by RoomReader;
// each desk gives what this person may see.
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Units;
using Bawaba.Console.Frame;
using Bawaba.Contracts;
using Bawaba.Pages.Language;

namespace Bawaba.Console.Room;

internal sealed class RoomMarks(IncidentDesk incidents, UnitDesk units)
{
    internal async Task<IReadOnlyList<SchematicMark>> ReadAsync(Screen screen, Actor actor, CancellationToken cancellation)
    {
        var open = actor.Can(Permission.SeeIncidents) ? (await incidents.ListAsync(actor, cancellation)).OrNothing() ?? [] : [];
        var onDuty = actor.Can(Permission.SeeUnits) ? (await units.ListAsync(actor, cancellation)).OrNothing() ?? [] : [];
        return
        [
            .. open.Where(line => line.Incident.State is IncidentState.Open).Select(line => Of(screen, line)),
            .. onDuty.Where(unit => unit.Status is not UnitStatus.OffDuty).Select(unit => Of(screen, unit)),
        ];
    }

    private static SchematicMark Of(Screen screen, IncidentLine line) => new()
    {
        Kind = SchematicMarkKind.Incident,
        Place = line.Incident.Place.Gate is { } gate ? PlaceId.Of(gate) : null,
        Latitude = line.Incident.Place.Point?.Latitude,
        Longitude = line.Incident.Place.Point?.Longitude,
        Label = screen.Name(line.Type.Name),
        Age = LocalTime.ClockMinutes(line.Incident.OpenedAt),
        State = screen.Language.Word(line.Incident.Priority),
        Href = $"/incidents/{line.Incident.Number}",
    };

    private static SchematicMark Of(Screen screen, Unit unit) => new()
    {
        Kind = SchematicMarkKind.Unit,
        Place = unit.Position?.Gate is { } gate ? PlaceId.Of(gate) : null,
        Latitude = unit.Position?.Point?.Latitude,
        Longitude = unit.Position?.Point?.Longitude,
        Label = screen.Name(unit.Name),
        Age = unit.Position is { } position ? LocalTime.ClockMinutes(position.At) : null,
        State = unit.OverdueAt is null ? screen.Language.Word(unit.Status) : screen.Language["dispatch-shortfall.overdue"],
        Href = $"/units/{unit.Id.Value}",
    };
}
