namespace Bawaba.Center.Alerts;

/// <summary>When the steps of an alert were; no more of it.</summary>
internal sealed record AlertInstants
{
    public required bool Late { get; init; }

    public required DateTimeOffset CapturedAt { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? LookedAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public DateTimeOffset? RejectedAt { get; init; }

    public bool ToSupervisor { get; init; }

    public bool ToCommander { get; init; }
}
