namespace Bawaba.Center.Alerts;

/// <summary>How fast alerts were answered, looked at and confirmed over a while, and how many came late.</summary>
public sealed record AlertTimes
{
    public required DateTimeOffset SinceAt { get; init; }

    /// <summary>In the order of an alert's life; the whole way from the camera last.</summary>
    public required IReadOnlyList<ClockFigures> Clocks { get; init; }

    /// <summary>Alerts raised that came in time.</summary>
    public required int Raised { get; init; }

    /// <summary>Alerts that came late: in no figure, for nobody could answer them in time.</summary>
    public required int Late { get; init; }

    /// <summary>Of those in time, how many went on to the supervisor because nobody answered.</summary>
    public required int ToSupervisor { get; init; }

    /// <summary>And how many to the commander.</summary>
    public required int ToCommander { get; init; }
}
