namespace Bawaba.Contracts;

/// <summary>Which way a vehicle passed, seen from the city: its motion in the picture and the camera's lane setting decide.</summary>
public enum Direction
{
    /// <summary>The motion was too small, or the camera has no lane setting.</summary>
    Unknown = 0,

    /// <summary>Into the city.</summary>
    In = 1,

    /// <summary>Out of the city.</summary>
    Out = 2,
}
