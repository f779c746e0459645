namespace Bawaba.Center.Roads;

/// <summary>How long a way usually takes from a coordinate, and by what it was reckoned.</summary>
/// <param name="Minutes">All of it: to the near place as assumed, from there on known roads.</param>
/// <param name="Near">The place that the roads were entered at; say it beside the figure.</param>
public readonly record struct RoadTime(double Minutes, NearPlace Near);
