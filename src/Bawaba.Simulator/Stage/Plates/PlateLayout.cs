namespace Bawaba.Simulator.Stage.Plates;

/// <summary>How a plate's characters stand.</summary>
public enum PlateLayout
{
    OneRow = 0,
    TwoRows = 1,
}
