namespace Bawaba.Contracts.Wire;

/// <summary>What a <see cref="WireAsk"/> wants.</summary>
public enum WireVerb
{
    /// <summary>A camera's newest picture.</summary>
    Snapshot = 0,

    /// <summary>A camera's live video, until it is stopped.</summary>
    Watch = 1,

    /// <summary>No more of what was asked under this id.</summary>
    Stop = 2,
}
