using Bawaba.Vision.Recognition;

namespace Bawaba.Gate.Passages;

/// <summary>What all frames of a track say together.</summary>
/// <param name="Plate">Text, country and confidence.</param>
/// <param name="Scores">What the text was read off.</param>
/// <param name="Rows">1, or 2 for two and more, as most of them say.</param>
/// <param name="LegibleFrames">How many of its frames were legible alone.</param>
/// <param name="DetectorScore">The best of the detector's scores.</param>
internal readonly record struct FusedReading(DecodedPlate Plate, SlotScores Scores, int Rows, int LegibleFrames, float DetectorScore);
