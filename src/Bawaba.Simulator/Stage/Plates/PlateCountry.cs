namespace Bawaba.Simulator.Stage.Plates;

/// <summary>The countries whose plates the stage can draw.</summary>
public enum PlateCountry
{
    Libya = 0,
    Tunisia = 1,
    Egypt = 2,
    Algeria = 3,
    Chad = 4,
}
