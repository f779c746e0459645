using System.Text.Json.Serialization;
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

/// <summary>What the watch-list entry said when the alert was raised; the entry itself may end meanwhile.</summary>
public sealed record AlertEntry
{
    public required EntryId Id { get; init; }

    public required string Category { get; init; }

    public required string PermittedAction { get; init; }

    public required string LegalBasis { get; init; }

    public required string InstrumentNumber { get; init; }

    public required string IssuedBy { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public VehicleClass? Vehicle { get; init; }

    public string? Colour { get; init; }

    /// <summary>What it calls for.</summary>
    [JsonIgnore]
    public AlertKind Kind => (Category, PermittedAction) switch
    {
        ("kidnapping" or "kidnapping-urgent", _) => AlertKind.Kidnapping,
        (_, Contracts.PermittedAction.ArrestUnderVerdict) => AlertKind.Arrest,
        (_, Contracts.PermittedAction.StopAndNotify) => AlertKind.Stop,
        (_, Contracts.PermittedAction.WelfareCheck) => AlertKind.Welfare,
        _ => AlertKind.Identity,
    };
}
