using Bawaba.Contracts;

namespace Bawaba.Center.Gates;

/// <summary>Changes of gates and their cameras, as a hint.</summary>
public sealed class GateFeed
{
    /// <summary>The gate of each change from now on; null means that changes were lost: reload.</summary>
    public IAsyncEnumerable<GateId?> ReadAllAsync(CancellationToken cancellation) => throw new NotImplementedException();
}
