namespace Bawaba.Center.Units;

/// <summary>Who says where a unit is. Closed.</summary>
public enum PositionSource
{
    /// <summary>The crew's own phone, while they share it.</summary>
    Browser = 0,

    /// <summary>A tracker in the vehicle.</summary>
    Feed = 1,

    /// <summary>The crew by radio; an operator wrote it down.</summary>
    Radio = 2,

    /// <summary>It is its post: a unit that stands at a gate.</summary>
    Gate = 3,
}
