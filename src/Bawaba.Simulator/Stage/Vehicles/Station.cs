namespace Bawaba.Simulator.Stage.Vehicles;

/// <summary>A cross-section of a body, metres: place along it, half its width, its lowest and highest points.</summary>
/// <param name="Narrowing">By what share its top is narrower than its bottom.</param>
internal readonly record struct Station(float Y, float HalfWidth, float Bottom, float Top, float Narrowing = 0);
