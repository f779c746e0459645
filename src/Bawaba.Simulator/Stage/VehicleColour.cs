namespace Bawaba.Simulator.Stage;

/// <summary>The paints of the region's vehicles.</summary>
public enum VehicleColour
{
    White = 0,
    Silver = 1,
    Grey = 2,
    Black = 3,
    Red = 4,
    Blue = 5,
    Green = 6,
    Beige = 7,
}
