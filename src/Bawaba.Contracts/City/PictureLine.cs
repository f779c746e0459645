namespace Bawaba.Contracts.City;

/// <summary>A straight line in a picture; fractions of its width and height, (0,0) is the top-left corner.</summary>
public readonly record struct PictureLine(double X1, double Y1, double X2, double Y2);
