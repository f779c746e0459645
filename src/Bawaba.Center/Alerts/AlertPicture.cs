namespace Bawaba.Center.Alerts;

/// <summary>Which picture of a hit.</summary>
public enum AlertPicture
{
    Crop = 0,
    Overview = 1,
}
