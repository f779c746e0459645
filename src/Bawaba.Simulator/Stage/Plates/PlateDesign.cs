using SkiaSharp;

namespace Bawaba.Simulator.Stage.Plates;

/// <summary>A country's plate without its characters: size in millimetres and colours.</summary>
internal readonly record struct PlateDesign(float WidthMm, float HeightMm, SKColor Ground, SKColor Ink)
{
    private static readonly SKColor White = new(0xF2, 0xF2, 0xEE);
    private static readonly SKColor Black = new(0x14, 0x14, 0x16);
    private static readonly SKColor Yellow = new(0xF0, 0xC0, 0x20);

    internal static PlateDesign Of(DrawnPlate plate)
    {
        var twoRows = plate.Layout == PlateLayout.TwoRows;
        return plate.Country switch
        {
            PlateCountry.Libya => twoRows ? new(270, 150, White, Black) : new(520, 110, White, Black),
            PlateCountry.Tunisia => twoRows ? new(275, 200, Black, White) : new(520, 110, Black, White),
            PlateCountry.Egypt => new(350, 170, White, Black),
            PlateCountry.Algeria => new(twoRows ? 275 : 520, twoRows ? 200 : 110, plate.Rear ? Yellow : White, Black),
            PlateCountry.Chad => new(twoRows ? 275 : 520, twoRows ? 200 : 110, White, Black),
            _ => throw new ArgumentOutOfRangeException(nameof(plate), plate.Country, "No design for this country."),
        };
    }
}
