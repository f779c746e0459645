namespace Bawaba.Vision.Plates;

/// <summary>A place in a picture, in pixels; (0,0) is the top-left corner of the top-left pixel.</summary>
public readonly record struct PixelPoint(float X, float Y);
