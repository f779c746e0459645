namespace Bawaba.Center.Units;

/// <summary>The first times of all units sent to one thing.</summary>
public sealed record SubjectClocks
{
    public DateTimeOffset? FirstDispatchAt { get; init; }

    public DateTimeOffset? FirstEnRouteAt { get; init; }

    public DateTimeOffset? FirstOnSceneAt { get; init; }

    internal static SubjectClocks Of(IReadOnlyCollection<Assignment> assignments) => new()
    {
        FirstDispatchAt = assignments.Min(a => (DateTimeOffset?)a.AssignedAt),
        FirstEnRouteAt = assignments.Min(a => a.EnRouteAt),
        FirstOnSceneAt = assignments.Min(a => a.OnSceneAt),
    };
}
