namespace Bawaba.Contracts;

/// <summary>What a further picture of a hit is. The words are stored.</summary>
public enum FrameKind
{
    /// <summary>The plate at another instant.</summary>
    Crop = 0,

    /// <summary>One small wide picture of a short clip.</summary>
    Clip = 1,
}
