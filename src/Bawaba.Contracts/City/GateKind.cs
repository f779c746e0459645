namespace Bawaba.Contracts.City;

/// <summary>Where a gate stands.</summary>
public enum GateKind
{
    /// <summary>On an entrance of the city.</summary>
    Entrance = 0,

    /// <summary>On an administrative border.</summary>
    Border = 1,
}
