using Bawaba.Vision.Recognition;

namespace Bawaba.Gate.Passages;

/// <summary>What all frames of a track say together.</summary>
/// <param name="Plate">Text, country and confidence.</param>
/// <param name="LegibleFrames">How many of its frames were legible alone.</param>
/// <param name="Frames">How many frames said anything.</param>
/// <param name="DetectorScore">The best of the detector's scores.</param>
internal readonly record struct FusedReading(DecodedPlate Plate, int LegibleFrames, int Frames, float DetectorScore);
