using Bawaba.Contracts.City;

namespace Bawaba.Center.Gates;

/// <summary>A gate and how it is now, on the wire.</summary>
internal sealed record GateBody
{
    public required string Id { get; init; }

    public required LocalName Name { get; init; }

    public required GateKind Kind { get; init; }

    /// <summary>Left out of a gate that is common to the room.</summary>
    public string? Directorate { get; init; }

    public required IReadOnlyList<LaneBody> Lanes { get; init; }

    public required GateState State { get; init; }

    internal static GateBody Of(GateView view) => new()
    {
        Id = view.Gate.Id.Value,
        Name = view.Gate.Name,
        Kind = view.Gate.Kind,
        Directorate = view.Gate.Directorate?.Value,
        Lanes = view.Gate.Lanes.Select(l => new LaneBody(l.Id.Value, l.Name)).ToArray(),
        State = view.State,
    };
}
