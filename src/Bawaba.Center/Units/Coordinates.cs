using System.Globalization;

namespace Bawaba.Center.Units;

/// <summary>A point on the earth (WGS 84), degrees.</summary>
public readonly record struct Coordinates
{
    private Coordinates(double latitude, double longitude) => (Latitude, Longitude) = (latitude, longitude);

    /// <summary>-90 to 90, north positive.</summary>
    public double Latitude { get; }

    /// <summary>-180 to 180, east positive.</summary>
    public double Longitude { get; }

    /// <summary>False where either is out of its range or no number.</summary>
    public static bool TryMake(double latitude, double longitude, out Coordinates coordinates)
    {
        var valid = Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180;
        coordinates = valid ? new(latitude, longitude) : default;
        return valid;
    }

    /// <summary>"27.03770, 14.42830", as people read it out and write it down; Western digits, five decimals (a metre).</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.00000}, {Longitude:0.00000}");
}
