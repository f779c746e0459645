namespace Bawaba.Simulator.Stage;

/// <summary>Which way the lane runs, seen from its camera.</summary>
public enum VehicleMotion
{
    /// <summary>Vehicles come nearer; the camera sees their front plates.</summary>
    Towards = 0,

    /// <summary>Vehicles go away; the camera sees their rear plates.</summary>
    Away = 1,
}
