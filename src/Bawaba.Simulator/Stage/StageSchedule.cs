// Who passes when: the vehicles of one film in the order of their coming. Made once a stage from its seed.
// Promises: on the one lane no two vehicles come nearer than the headway; none is in the picture when the film begins or ends;
// the first wanted vehicle comes first.
using Bawaba.Simulator.Stage.Plates;
using Bawaba.Simulator.Stage.Vehicles;

namespace Bawaba.Simulator.Stage;

internal static class StageSchedule
{
    private const float HeadwayMetres = 13;
    private const double StartSeconds = 0.4;

    internal static IReadOnlyList<ScheduledVehicle> Of(StageSettings settings)
    {
        var random = new Random(settings.Seed);
        var planned = new List<ScheduledVehicle>();
        var wanted = new Queue<StageVehicle>(settings.Wanted);
        var wantedEvery = settings.DurationSeconds / (double)Math.Max(1, settings.Wanted.Count);
        var enter = StartSeconds;
        while (true)
        {
            var turn = wanted.Count > 0 && enter >= (settings.Wanted.Count - wanted.Count) * wantedEvery;
            var vehicle = turn ? wanted.Peek() : Passer(settings, random);
            var next = new ScheduledVehicle(vehicle, VehicleDesign.Of(vehicle, random.Next()), settings.Motion, enter, turn, random.Next());
            if (planned.Count > 0)
                next = next with { EnterSeconds = Math.Max(enter, EarliestAfter(planned[^1], next)) };
            if (next.LeaveSeconds > settings.DurationSeconds - StartSeconds)
                return planned;
            if (turn)
                wanted.Dequeue();
            planned.Add(next);
            enter = next.EnterSeconds + (60 / settings.VehiclesPerMinute * (0.6 + (0.8 * random.NextDouble())));
        }
    }

    private static StageVehicle Passer(StageSettings settings, Random random)
    {
        var kind = random.Next(20) switch
        {
            < 7 => VehicleKind.Saloon,
            < 12 => VehicleKind.Pickup,
            < 15 => VehicleKind.OffRoad,
            < 17 => VehicleKind.Truck,
            < 18 => VehicleKind.Bus,
            _ => VehicleKind.Motorcycle,
        };
        var bare = random.NextDouble() < settings.WithoutPlateShare || (kind == VehicleKind.Motorcycle && settings.Motion == VehicleMotion.Towards);
        var country = settings.Countries[random.Next(settings.Countries.Count)];
        // Off-road cars and pickups have room for two rows; motorcycles for nothing else.
        var twoRows = kind is VehicleKind.Motorcycle || (kind is VehicleKind.OffRoad or VehicleKind.Pickup && random.Next(2) == 0);
        return new()
        {
            Kind = kind,
            Colour = (VehicleColour)random.Next(8),
            Plate = bare ? null : PlateIssue.Next(country, twoRows ? PlateLayout.TwoRows : PlateLayout.OneRow, random, settings.Motion == VehicleMotion.Away),
            SpeedKmh = random.Next(22, 46),
        };
    }

    // Both drive at a steady speed, so the gap is smallest at one end of the time they share.
    private static double EarliestAfter(ScheduledVehicle before, ScheduledVehicle next)
    {
        var clear = (HeadwayMetres + Math.Max(before.Design.Length, next.Design.Length)) / before.MetresPerSecond;
        var atEntry = before.EnterSeconds + clear;
        var atExit = before.LeaveSeconds + ((HeadwayMetres + next.Design.Length) / next.MetresPerSecond) - (next.LeaveSeconds - next.EnterSeconds);
        return Math.Max(atEntry, atExit);
    }
}
