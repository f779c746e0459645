using Bawaba.Vision;

namespace Bawaba.Gate.Cameras;

/// <summary>A frame of a video and its place in it.</summary>
/// <param name="Frame">The pixels; whoever receives this disposes them.</param>
/// <param name="Seconds">Seconds from a file's start; null for a stream.</param>
public readonly record struct VideoFrame(Frame Frame, double? Seconds);
