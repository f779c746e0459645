// An alert as it goes over the wire: what a screen needs to show and sort it, and no session of anybody. Made by AlertEndpoints.
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

/// <summary>An alert on the wire. Its pictures stand under crop and overview while <see cref="HasPictures"/>.</summary>
internal sealed record AlertBody
{
    public required string Id { get; init; }

    public required long Version { get; init; }

    public required AlertState State { get; init; }

    public required GateId Gate { get; init; }

    public required LaneId Lane { get; init; }

    public required CameraId Camera { get; init; }

    public required MandateId Mandate { get; init; }

    public required AlertEntry Entry { get; init; }

    public required AlertKind Kind { get; init; }

    public required Direction Direction { get; init; }

    public required VehicleClass Vehicle { get; init; }

    /// <summary>In visual order; absent after erasure.</summary>
    public string? Plate { get; init; }

    /// <summary>The entry's plate where one character of it differs from what was read; absent otherwise, and after erasure.</summary>
    public string? EntryPlate { get; init; }

    public required float Confidence { get; init; }

    public required bool Late { get; init; }

    public required bool HasPictures { get; init; }

    public required DateTimeOffset PassedAt { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public LookBody? Answered { get; init; }

    public LookBody? FirstLook { get; init; }

    public LookVerdict? Verdict { get; init; }

    public LookBody? Confirmed { get; init; }

    public LookBody? Rejected { get; init; }

    public RejectReason? RejectReason { get; init; }

    public required EscalationLevel EscalatedTo { get; init; }

    public DateTimeOffset? SupervisorAt { get; init; }

    public DateTimeOffset? CommanderAt { get; init; }

    public DateTimeOffset? SlowAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset? ErasedAt { get; init; }

    internal static AlertBody Of(Alert alert) => new()
    {
        Id = alert.Id.ToString(),
        Version = alert.Version,
        State = alert.State,
        Gate = alert.Gate,
        Lane = alert.Lane,
        Camera = alert.Camera,
        Mandate = alert.Mandate,
        Entry = alert.Entry,
        Kind = alert.Entry.Kind,
        Direction = alert.Direction,
        Vehicle = alert.Vehicle,
        Plate = alert.Plate?.Visual,
        EntryPlate = alert.EntryPlate?.Visual,
        Confidence = alert.Confidence,
        Late = alert.Late,
        HasPictures = alert.HasPictures,
        PassedAt = alert.PassedAt,
        RaisedAt = alert.RaisedAt,
        ExpiresAt = alert.ExpiresAt,
        Answered = LookBody.Of(alert.Answered),
        FirstLook = LookBody.Of(alert.FirstLook),
        Verdict = alert.Verdict,
        Confirmed = LookBody.Of(alert.Confirmed),
        Rejected = LookBody.Of(alert.Rejected),
        RejectReason = alert.RejectReason,
        EscalatedTo = alert.EscalatedTo,
        SupervisorAt = alert.SupervisorAt,
        CommanderAt = alert.CommanderAt,
        SlowAt = alert.SlowAt,
        ClosedAt = alert.ClosedAt,
        ErasedAt = alert.ErasedAt,
    };
}
