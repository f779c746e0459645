namespace Bawaba.Console.Room;

/// <summary>A mark with where it was put.</summary>
/// <param name="Mark">What is to be shown.</param>
/// <param name="Kilometres">From the place it stands at; null: it is at the place itself, or at none.</param>
public sealed record PlacedMark(SchematicMark Mark, double? Kilometres);
