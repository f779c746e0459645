using Bawaba.Contracts;

namespace Bawaba.Center.Units;

/// <summary>A time in which a unit's word was missing while it had a task.</summary>
internal sealed record UnitSilence
{
    internal required UnitId Unit { get; init; }

    internal required AssignmentId Assignment { get; init; }

    /// <summary>What the task is about, such as <c>incident/2026-000012</c>.</summary>
    internal required string Subject { get; init; }

    internal required DateTimeOffset OverdueAt { get; init; }

    /// <summary>When a word came, or the clock was set anew.</summary>
    internal DateTimeOffset? EndedAt { get; init; }

    /// <summary>The subject has heard of its beginning.</summary>
    internal bool Told { get; init; }
}
