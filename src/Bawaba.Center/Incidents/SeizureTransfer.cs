namespace Bawaba.Center.Incidents;

/// <summary>One handing over of a seized item.</summary>
public sealed record SeizureTransfer
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Who had it.</summary>
    public required string From { get; init; }

    public required string To { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Number of the sealed bag it is in from now on.</summary>
    public required string Bag { get; init; }

    /// <summary>The seal was whole.</summary>
    public required bool Intact { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
