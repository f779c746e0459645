// A hit as work for people. Made by AlertIntake in the transaction that stores the hit; changed only through
// AlertDesk and AlertClock, by the pure transitions in AlertRules. Promises: one alert an entry and passage.
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

/// <summary>A question for two people: is this the vehicle of that entry? Never an order.</summary>
public sealed record Alert
{
    public required AlertId Id { get; init; }

    /// <summary>1, 2, 3 … with every change; the ETag of the alert.</summary>
    public required long Version { get; init; }

    public required AlertState State { get; init; }

    public required GateId Gate { get; init; }

    public required LaneId Lane { get; init; }

    public required CameraId Camera { get; init; }

    public required PassageId Passage { get; init; }

    public required MandateId Mandate { get; init; }

    public required AlertEntry Entry { get; init; }

    public required Direction Direction { get; init; }

    public required VehicleClass Vehicle { get; init; }

    /// <summary>The plate as it was read; null after erasure.</summary>
    public PlateText? Plate { get; init; }

    /// <summary>The entry's plate, where it differs from what was read in one character; null where it does not, and after erasure.</summary>
    public PlateText? EntryPlate { get; init; }

    /// <summary>0 to 1.</summary>
    public required float Confidence { get; init; }

    /// <summary>It reached the center more than 5 minutes after the passage: for the silent queue, never the siren.</summary>
    public required bool Late { get; init; }

    /// <summary>Crop and overview are still kept.</summary>
    public required bool HasPictures { get; init; }

    public required DateTimeOffset PassedAt { get; init; }

    public required DateTimeOffset CapturedAt { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public Look? Answered { get; init; }

    public Look? FirstLook { get; init; }

    public LookVerdict? Verdict { get; init; }

    /// <summary>The second look.</summary>
    public Look? Confirmed { get; init; }

    public Look? Rejected { get; init; }

    public RejectReason? RejectReason { get; init; }

    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>Set with rejecting, expiring or closing.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When plate and pictures were erased.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>When nobody had answered and it went on to the supervisor.</summary>
    public DateTimeOffset? SupervisorAt { get; init; }

    /// <summary>When still nobody had, and it went on to the commander.</summary>
    public DateTimeOffset? CommanderAt { get; init; }

    /// <summary>Since when its work is slow: it was answered, or looked at once, and no next step came. Null again with the next step.</summary>
    public DateTimeOffset? SlowAt { get; init; }

    /// <summary>To whom it has gone on while nobody answers; whoever answers undoes it.</summary>
    public EscalationLevel EscalatedTo => State != AlertState.Raised ? EscalationLevel.Operator
        : CommanderAt is not null ? EscalationLevel.Commander
        : SupervisorAt is not null ? EscalationLevel.Supervisor
        : EscalationLevel.Operator;

    /// <summary>The instant at which it expires unless confirmed: 15 minutes after it was raised.</summary>
    public DateTimeOffset ExpiresAt => RaisedAt + AlertRules.UnconfirmedDuration;

    /// <summary>Raised, answered or at first look: people still have something to decide.</summary>
    public bool IsUndecided => State is AlertState.Raised or AlertState.Answered or AlertState.FirstLook;
}
