using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

/// <summary>A connected part of the picture that differs from the empty road.</summary>
/// <param name="Box">Pixels of the frame.</param>
internal readonly record struct Blob(PixelBox Box)
{
    /// <summary>Where it stands on the road, as far as a box can tell.</summary>
    internal PixelPoint Foot => new((Box.X0 + Box.X1) / 2, Box.Y1);
}
