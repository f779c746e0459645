namespace Bawaba.Center.Sources;

/// <summary>The faults of one reading of a source file: all are counted, the first 1,000 kept.</summary>
internal sealed class FaultList
{
    internal const int MaxKept = 1_000;
    private readonly List<LoadFault> _kept = [];

    internal int Found { get; private set; }

    internal IReadOnlyList<LoadFault> Kept => _kept;

    internal void Add(string place, string text)
    {
        Found++;
        if (_kept.Count < MaxKept)
            _kept.Add(new(place, text));
    }
}
