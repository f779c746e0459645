namespace Bawaba.Contracts;

/// <summary>What kind of vehicle a passage was, as far as its outline told. Deliberately coarse.</summary>
public enum VehicleClass
{
    Unknown = 0,
    Motorcycle = 1,
    Other = 2,
}
