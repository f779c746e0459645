namespace Bawaba.Center.Sources;

/// <summary>The newest load report of each source file.</summary>
public sealed class SourceBoard
{
    /// <summary>City, mandates, watch-list, in this order; only those read so far. No plate is in it.</summary>
    public IReadOnlyList<LoadReport> Reports => throw new NotImplementedException();
}
