namespace Bawaba.Contracts.City;

/// <summary>An upright rectangle in a picture; fractions of its width and height, (0,0) is the top-left corner.</summary>
public readonly record struct PictureArea(double X0, double Y0, double X1, double Y1)
{
    public bool Contains(double x, double y) => x >= X0 && x <= X1 && y >= Y0 && y <= Y1;
}
