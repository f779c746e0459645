namespace Bawaba.Simulator.Cameras;

/// <summary>One coded picture: its H.264 NAL units without start codes, and when it is shown.</summary>
internal sealed record AccessUnit
{
    internal required IReadOnlyList<ReadOnlyMemory<byte>> Units { get; init; }

    /// <summary>From the start of the film; never less than that of the picture before.</summary>
    internal TimeSpan Offset { get; init; }

    /// <summary>A decoder can begin here.</summary>
    internal bool IsKey => Find(NalType.Idr) is not null;

    internal ReadOnlyMemory<byte>? Find(NalType type)
    {
        foreach (var unit in Units)
        {
            if (NalTypes.Of(unit.Span) == type)
                return unit;
        }
        return null;
    }
}
