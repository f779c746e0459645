namespace Bawaba.GateConsole.Commissioning;

/// <summary>What is wrong with a field of a camera's form, or why it was not saved.</summary>
internal enum SetUpFault
{
    None = 0,

    /// <summary>Small letters, digits and dashes; at most 32.</summary>
    Id = 1,
    IdTaken = 2,

    /// <summary>Needed in both languages.</summary>
    Names = 3,
    Lane = 4,

    /// <summary>rtsp or rtsps, without user, password, quotes and spaces.</summary>
    Address = 5,

    /// <summary>As <see cref="Address"/>, of the smaller stream.</summary>
    LiveAddress = 6,

    /// <summary>1 to 15.</summary>
    Frames = 7,

    /// <summary>Four fractions from 0 to 1, or none.</summary>
    Line = 8,

    /// <summary>Left before right and upper before lower, fractions from 0 to 1.</summary>
    Mask = 9,

    /// <summary>A password without a user, or the other way round.</summary>
    Login = 10,

    /// <summary>The address has to show a picture first.</summary>
    Untested = 11,

    /// <summary>The disk does not take it.</summary>
    NotWritten = 12,

    /// <summary>Another rule of gate.json.</summary>
    Other = 13,
}
