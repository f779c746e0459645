namespace Bawaba.Contracts.City;

/// <summary>A road from one place or gate to the next, with the time it usually takes.</summary>
public sealed record SegmentSettings
{
    public required PlaceId From { get; init; }

    public required PlaceId To { get; init; }

    /// <summary>Usual minutes from one end to the other; above 0, at most 600.</summary>
    public required double Minutes { get; init; }

    public LocalName? Name { get; init; }

    /// <summary>Only from <see cref="From"/> to <see cref="To"/>; otherwise both ways take the same time.</summary>
    public bool OneWay { get; init; }
}
