namespace Bawaba.Simulator.Web;

/// <summary>What POST /faults takes: {"camera":"stage-1","fault":"stall","seconds":30}.</summary>
internal sealed record FaultOrder
{
    /// <summary>A camera's id; "*" means all of them.</summary>
    public string? Camera { get; init; }

    public string? Fault { get; init; }

    /// <summary>Null: until it is ended.</summary>
    public double? Seconds { get; init; }
}
