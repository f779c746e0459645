namespace Bawaba.Gate.Passages;

/// <summary>A vehicle's motion as the picture shows it.</summary>
public enum PictureMotion
{
    Unknown = 0,
    Approaching = 1,
    Receding = 2,
}
