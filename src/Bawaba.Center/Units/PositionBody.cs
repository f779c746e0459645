namespace Bawaba.Center.Units;

/// <summary>One position on its way in; every field is looked at before it counts.</summary>
internal sealed record PositionBody
{
    /// <summary>Unit's id; a crew's own phone and an MQTT topic say it in the address.</summary>
    public string? Unit { get; init; }

    /// <summary>Degrees, WGS 84.</summary>
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public double? AccuracyMetres { get; init; }

    /// <summary>When it was there, by the device's clock.</summary>
    public DateTimeOffset? At { get; init; }
}
