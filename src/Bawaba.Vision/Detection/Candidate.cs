using Bawaba.Vision.Plates;

namespace Bawaba.Vision.Detection;

/// <summary>A place that may be a plate, before its text is read.</summary>
/// <param name="Corners">Pixels of the frame.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="TwoRows">0 to 1: that its text stands in two rows or more.</param>
internal readonly record struct Candidate(Quad Corners, float Score, float TwoRows);
