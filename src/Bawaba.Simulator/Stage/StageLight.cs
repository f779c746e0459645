namespace Bawaba.Simulator.Stage;

/// <summary>The light a lane stands in.</summary>
public enum StageLight
{
    Day = 0,
    Dusk = 1,

    /// <summary>Dark, seen with the camera's own infrared lamp; vehicles drive with headlights.</summary>
    Night = 2,
}
