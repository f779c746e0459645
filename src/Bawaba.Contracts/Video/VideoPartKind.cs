namespace Bawaba.Contracts.Video;

/// <summary>What a <see cref="VideoPart"/> is.</summary>
public enum VideoPartKind
{
    /// <summary>ftyp and moov: first, and again when the camera changed how it codes.</summary>
    Head = 0,

    /// <summary>A fragment that begins with a key picture: one can join here.</summary>
    Key = 1,

    /// <summary>A fragment that needs those since the last key.</summary>
    Fragment = 2,

    /// <summary>Empty: pieces were left out for this viewer, who was too slow; a key follows.</summary>
    Skipped = 3,
}
