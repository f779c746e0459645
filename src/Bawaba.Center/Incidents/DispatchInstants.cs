namespace Bawaba.Center.Incidents;

/// <summary>When the steps of an incident's dispatch were; no more of it.</summary>
internal sealed record DispatchInstants
{
    internal required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The first alert of it that two people confirmed; null: it is about none.</summary>
    internal DateTimeOffset? ConfirmedAt { get; init; }

    internal DateTimeOffset? FirstDispatchAt { get; init; }

    internal DateTimeOffset? FirstEnRouteAt { get; init; }

    internal DateTimeOffset? FirstOnSceneAt { get; init; }

    internal DateTimeOffset? ClosedAt { get; init; }
}
