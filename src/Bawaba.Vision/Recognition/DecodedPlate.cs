namespace Bawaba.Vision.Recognition;

/// <summary>A text read off slot scores.</summary>
/// <param name="Text">Visual order, left to right; may be empty.</param>
/// <param name="Country">Code of the most likely layout.</param>
/// <param name="Confidence">0 to 1: that every character is right, as the model sees it.</param>
public readonly record struct DecodedPlate(string Text, string Country, float Confidence);
