namespace Bawaba.Simulator.Stage.Plates;

/// <summary>What light and lens did to a sampled picture.</summary>
/// <param name="Gain">Exposure; below 0.6 is dark.</param>
/// <param name="Gray">The camera gave no colour.</param>
/// <param name="BlurPx">Standard deviation of the blur across the stroke, pixels.</param>
/// <param name="Shadow">A shadow's edge fell over the picture.</param>
/// <param name="JpegQuality">0 to 100.</param>
public sealed record SampleConditions(float Gain, bool Gray, float BlurPx, bool Shadow, int JpegQuality);
