using Bawaba.Simulator.Stage.Road;
using Bawaba.Simulator.Stage.Vehicles;

namespace Bawaba.Simulator.Stage;

/// <summary>A vehicle with its time: enters the picture's reach, drives the lane at a steady speed, leaves.</summary>
internal sealed record ScheduledVehicle(
    StageVehicle Vehicle, VehicleDesign Design, VehicleMotion Motion, double EnterSeconds, bool Wanted, int Seed)
{
    internal double MetresPerSecond => Vehicle.SpeedKmh / 3.6;

    internal double LeaveSeconds => EnterSeconds + ((RoadCourse.EntryMetres - NearestMetres) / MetresPerSecond);

    private float NearestMetres => RoadCourse.ExitMetres - Design.Length;

    internal bool IsPresentAt(double seconds) => seconds >= EnterSeconds && seconds < LeaveSeconds;

    /// <summary>Metres along the lane of the end nearer to the camera.</summary>
    internal float NearEndAt(double seconds)
    {
        var driven = (float)((seconds - EnterSeconds) * MetresPerSecond);
        return Motion == VehicleMotion.Towards ? RoadCourse.EntryMetres - driven : NearestMetres + driven;
    }

    internal Placement PlacementAt(double seconds) => new(NearEndAt(seconds), Design.Length, Motion);
}
