using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

/// <summary>An alert that calls for somebody, on the wire: what a siren says, and nothing by which a vehicle or person is known.</summary>
internal sealed record CallingBody
{
    public required string Id { get; init; }

    public required long Version { get; init; }

    public required GateId Gate { get; init; }

    public required AlertKind Kind { get; init; }

    public required EscalationLevel EscalatedTo { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    internal static CallingBody Of(Alert alert) => new()
    {
        Id = alert.Id.ToString(),
        Version = alert.Version,
        Gate = alert.Gate,
        Kind = alert.Entry.Kind,
        EscalatedTo = alert.EscalatedTo,
        RaisedAt = alert.RaisedAt,
    };
}
