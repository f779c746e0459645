// What the three drawn cameras of the demo city see, and which of those vehicles are wanted. One place, because the watch-list
// must name exactly what is drawn. Plates carry codes that no country has issued (PlateIssue says which).
using Bawaba.Contracts;
using Bawaba.Simulator.Stage;
using Bawaba.Simulator.Stage.Plates;

namespace Bawaba.Simulator.City;

internal static class DemoTraffic
{
    internal static StageVehicle WhitePickup { get; } = Vehicle(VehicleKind.Pickup, VehicleColour.White, PlateCountry.Libya, "95-417306ليبيا", 34);

    internal static StageVehicle SilverSaloon { get; } = Vehicle(VehicleKind.Saloon, VehicleColour.Silver, PlateCountry.Tunisia, "917تونس4026", 32);

    internal static StageVehicle GreyOffRoad { get; } = Vehicle(VehicleKind.OffRoad, VehicleColour.Grey, PlateCountry.Libya, "92-83514ليبيا", 30);

    internal static StageVehicle BlueTruck { get; } = Vehicle(VehicleKind.Truck, VehicleColour.Blue, PlateCountry.Chad, "97B3468K", 30);

    internal static IReadOnlyList<DemoCamera> Cameras { get; } =
    [
        new(CameraId.Parse("north-in-1"), new()
        {
            Seed = 11,
            CameraName = "N1 NORTH ENTRANCE",
            Light = StageLight.Day,
            FramesPerSecond = 5,
            DurationSeconds = 120,
            VehiclesPerMinute = 8,
            Countries = [PlateCountry.Libya, PlateCountry.Libya, PlateCountry.Libya, PlateCountry.Tunisia],
            Wanted = [WhitePickup, SilverSaloon],
        }),
        new(CameraId.Parse("west-in-1"), new()
        {
            Seed = 23,
            CameraName = "W1 WEST ENTRANCE",
            Light = StageLight.Dusk,
            Dust = 0.35,
            FramesPerSecond = 5,
            DurationSeconds = 120,
            VehiclesPerMinute = 6,
            Countries = [PlateCountry.Libya, PlateCountry.Libya, PlateCountry.Libya, PlateCountry.Algeria],
            Wanted = [GreyOffRoad],
        }),
        new(CameraId.Parse("border-south-in-1"), new()
        {
            Seed = 37,
            CameraName = "S1 SOUTH BORDER",
            Light = StageLight.Night,
            FramesPerSecond = 5,
            DurationSeconds = 120,
            VehiclesPerMinute = 5,
            Countries = [PlateCountry.Egypt, PlateCountry.Algeria, PlateCountry.Chad, PlateCountry.Libya],
            Wanted = [BlueTruck],
        }),
    ];

    private static StageVehicle Vehicle(VehicleKind kind, VehicleColour colour, PlateCountry country, string text, double speedKmh) =>
        new() { Kind = kind, Colour = colour, Plate = new() { Country = country, Text = new PlateText(text) }, SpeedKmh = speedKmh };
}
