using Bawaba.Contracts.City;
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

/// <summary>The line across a lane, in pixels of one camera's frames.</summary>
internal readonly struct LaneLine
{
    private readonly double _a, _b, _c;

    internal LaneLine(PictureLine line, int width, int height)
    {
        var (x1, y1, x2, y2) = (line.X1 * width, line.Y1 * height, line.X2 * width, line.Y2 * height);
        _a = y2 - y1;
        _b = x1 - x2;
        _c = -((_a * x1) + (_b * y1));
    }

    /// <summary>True when the two points are on different sides; a point on the line belongs to the far side.</summary>
    internal bool Separates(PixelPoint from, PixelPoint to) => Side(from) != Side(to);

    private bool Side(PixelPoint p) => (_a * p.X) + (_b * p.Y) + _c >= 0;
}
