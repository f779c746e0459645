namespace Bawaba.Gate.Vault;

/// <summary>How the list on this gate's disk is.</summary>
internal enum VaultState
{
    /// <summary>Nothing is kept: the center never gave a key.</summary>
    Empty = 0,

    /// <summary>A list may be there; no key is.</summary>
    Locked = 1,

    /// <summary>What is taken is kept.</summary>
    Open = 2,
}
