namespace Bawaba.Contracts.Approvals;

/// <summary>The center's key for one gate's list: what the gate keeps on its disk opens with it, and so does a list carried there by hand.</summary>
/// <param name="Base64">32 random bytes.</param>
public sealed record ListKey(string Base64)
{
    /// <summary>Without the key: it must not reach a log by accident.</summary>
    public override string ToString() => "(list key)";
}
