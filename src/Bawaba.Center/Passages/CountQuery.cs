using Bawaba.Contracts;

namespace Bawaba.Center.Passages;

/// <summary>Which counts are asked for: from–until, of one gate or of all.</summary>
public sealed record CountQuery
{
    public GateId? Gate { get; init; }

    /// <summary>Taken down to its minute.</summary>
    public required DateTimeOffset FromAt { get; init; }

    /// <summary>First instant no longer counted. At most 366 days after <see cref="FromAt"/>.</summary>
    public required DateTimeOffset UntilAt { get; init; }

    /// <summary>Minutes summed into one row: 1 to 1,440. Rows begin at multiples of it counted from 1970 UTC.</summary>
    public int StepMinutes { get; init; } = 1;
}
