namespace Bawaba.Contracts;

/// <summary>What a camera's picture itself says about the camera. Advice: plates are read in every state.</summary>
public enum PictureState
{
    /// <summary>Too little has been seen to say.</summary>
    Unjudged = 0,

    Clear = 1,

    /// <summary>Next to no light reaches the sensor: a covered lens, a lamp that failed.</summary>
    Dark = 2,

    /// <summary>Far less fine detail than this camera used to show: out of focus, a dirty lens.</summary>
    Blurred = 3,

    /// <summary>The camera looks at something else than before: turned, or covered.</summary>
    Moved = 4,
}
