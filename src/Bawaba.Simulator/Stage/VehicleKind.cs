namespace Bawaba.Simulator.Stage;

/// <summary>The vehicles the stage can draw.</summary>
public enum VehicleKind
{
    Saloon = 0,
    Pickup = 1,
    OffRoad = 2,
    Bus = 3,
    Truck = 4,
    Motorcycle = 5,
}
