namespace Bawaba.GateConsole.Board;

/// <summary>How the road to the center is, as the page says it.</summary>
internal enum RoadState
{
    /// <summary>The center answered in the last ten seconds.</summary>
    Connected = 0,

    /// <summary>It did, and does not now; records wait at the gate.</summary>
    Broken = 1,

    /// <summary>It never did since the gate started.</summary>
    Never = 2,
}
