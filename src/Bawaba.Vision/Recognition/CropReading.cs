namespace Bawaba.Vision.Recognition;

/// <summary>What the reader says of one crop.</summary>
/// <param name="Scores">Per slot and country.</param>
/// <param name="Legible">0 to 1: that a person could read it.</param>
/// <param name="TwoRows">0 to 1: that its text stands in two rows or more.</param>
/// <param name="Sharpness">0 to 1.</param>
internal readonly record struct CropReading(SlotScores Scores, float Legible, float TwoRows, float Sharpness);
