// Where a vehicle stands on the lane at one moment: turns its own metres into the world's. Called by the painters and by the truth.
using System.Numerics;
using Bawaba.Simulator.Stage.Road;

namespace Bawaba.Simulator.Stage.Vehicles;

internal readonly struct Placement
{
    private readonly Vector3 _middle, _right, _back;
    private readonly float _half;

    /// <param name="nearEnd">Metres along the lane of the end that is nearer to the camera.</param>
    /// <param name="length">Metres.</param>
    /// <param name="motion">Decides which end is near: the front of one that comes, the back of one that goes.</param>
    internal Placement(float nearEnd, float length, VehicleMotion motion)
    {
        _half = length / 2;
        _middle = RoadCourse.At(nearEnd + _half);
        var away = RoadCourse.Heading(nearEnd + _half);
        _back = motion == VehicleMotion.Towards ? away : -away;
        _right = new(_back.Y, -_back.X, 0);
    }

    internal Vector3 Point(Vector3 local) => _middle + (_right * local.X) + (_back * (local.Y - _half)) + (Vector3.UnitZ * local.Z);

    internal Vector3 Direction(Vector3 local) => (_right * local.X) + (_back * local.Y) + (Vector3.UnitZ * local.Z);
}
