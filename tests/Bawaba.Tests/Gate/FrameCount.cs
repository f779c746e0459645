namespace Bawaba.Tests.Gate;

/// <summary>Tests that count the frames outstanding in the whole process run alone.</summary>
[CollectionDefinition(Collection, DisableParallelization = true)]
public sealed class FrameCount
{
    internal const string Collection = "frames outstanding";
}
