using SkiaSharp;

namespace Bawaba.Simulator.Stage;

/// <summary>Where a plate is in one frame.</summary>
/// <param name="Passage">The passage's <see cref="StagePassage.Number"/>.</param>
/// <param name="Text">In visual order.</param>
/// <param name="Corners">Four, clockwise from the plate's own top-left, pixels; they may lie outside the picture.</param>
public sealed record PlateSighting(int Passage, string Text, IReadOnlyList<SKPoint> Corners);
