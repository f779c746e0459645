using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

/// <summary>A connected part of the picture that differs from the empty road.</summary>
/// <param name="Box">Pixels of the frame.</param>
/// <param name="Stirs">True when something in it changed since the frame before; road that a vehicle uncovered lies still.</param>
internal readonly record struct Blob(PixelBox Box, bool Stirs = true)
{
    /// <summary>Where it stands on the road, as far as a box can tell.</summary>
    internal PixelPoint Foot => new((Box.X0 + Box.X1) / 2, Box.Y1);
}
